using CsCheck;
using PalActors.Messages.Frames;

namespace PalActors.Messages.Tests.Frames;

/// <summary>Random pieces of random frames with one set of values.</summary>
internal static class PieceGen
{
    public static readonly Gen<EmissionFrame> Frame = FrameGen.Frame.Where(frame => frame.Sets == 1);

    public static readonly Gen<FramePiece> Piece =
        from frame in Frame
        from values in Gen.Int[1, 200]
        from place in Gen.Double[0, 1]
        select Of(frame, values, place);

    private static FramePiece Of(EmissionFrame frame, int values, double place)
    {
        int all = frame.Parts * frame.PartStride, count = Math.Min(values, all);
        return new FramePiece(frame, (int)(place * (all - count)), count);
    }
}
