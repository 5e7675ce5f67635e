using PalActors.Messages.Frames;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Nodes;

/// <content>Pieces of frames.</content>
internal sealed partial class HostileFrames
{
    private const int PieceValues = 8;

    /// <summary>Makes a piece for an area (1 to the top) that it must not use.</summary>
    /// <remarks>A piece of a wrong frame, or one that is cut as the area's neighbours never cut.</remarks>
    public FramePiece PieceFor(int area)
    {
        EmissionFrame frame = For(area);
        if (frame.Sets == 1 && random.Next(2) == 0)
        {
            FramePiece[] pieces = frame.CutBy(PieceValues);
            return pieces[random.Next(pieces.Length)];
        }

        bool fromBelow = area > 1;
        int source = fromBelow ? area - 1 : area + 1;
        FrameHeader header = new(
            fromBelow ? FrameKind.Up : FrameKind.Down, plan.Run, plan.Network, generation, source, plan.Layers[source],
            1, random.NextInt64(1, plan.Schedule.EndTick), 1);
        (int first, int count) = random.Next(4) switch
        {
            0 => (random.Next(1, PieceValues), PieceValues),
            1 => (0, random.Next(1, PieceValues)),
            2 => (0, random.Next(PieceValues + 1, 1000)),
            _ => (random.Next(1000, int.MaxValue - 1000), PieceValues),
        };
        double[] values = new double[count];
        Array.Fill(values, double.NaN);
        return new FramePiece(header, first, values);
    }
}
