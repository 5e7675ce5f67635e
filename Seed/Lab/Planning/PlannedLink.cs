using PalActors.Areas.Actors;
using PalActors.Areas.Contract.Links;
using PalActors.Messages.Frames;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Planning;

/// <summary>Link from one area to another in a network that is planned.</summary>
/// <param name="Low">The lower area of its pathway.</param>
/// <param name="High">The upper area.</param>
/// <param name="IsUp">True if it leads up.</param>
/// <param name="Values">Values per tick.</param>
/// <param name="Timing">Delay and slack, seen from the sender.</param>
internal sealed record PlannedLink(int Low, int High, bool IsUp, long Values, LinkTiming Timing)
{
    /// <summary>The sending area.</summary>
    public int Sender => IsUp ? Low : High;

    /// <summary>The receiving area.</summary>
    public int Receiver => IsUp ? High : Low;

    /// <summary>Bytes of the values of a tick.</summary>
    public long TickBytes => Values * sizeof(double);

    /// <summary>Bytes of the delay line in a snapshot.</summary>
    public long LineBytes => Timing.Line * TickBytes;

    /// <summary>Ticks that a frame holds.</summary>
    /// <param name="isFree">True if the areas are free-running.</param>
    /// <param name="isHere">True if both areas live on one node.</param>
    /// <param name="execution">Window and size of messages.</param>
    public int FrameTicks(bool isFree, bool isHere, ExecutionOptions execution)
    {
        int fitting = FrameCut.TicksPerMessage(TickBytes, isHere ? 0 : execution.PieceSize);
        return new SendWindow(execution.Window).Of(Timing, isFree, isHere, fitting);
    }

    /// <summary>Bytes per tick on the wire between different nodes, frames with their headers.</summary>
    /// <param name="isFree">True if the areas are free-running.</param>
    /// <param name="execution">Window and size of messages.</param>
    public double WireBytes(bool isFree, ExecutionOptions execution)
    {
        if (execution.PieceSize > 0 && TickBytes > execution.PieceSize)
            return TickBytes + (Math.Ceiling((double)TickBytes / execution.PieceSize) * PieceCodec.HeaderSize);
        return TickBytes + ((double)FrameCodec.HeaderSize / FrameTicks(isFree, isHere: false, execution));
    }

    /// <summary>Bytes of the ring of emissions that the sender keeps.</summary>
    /// <param name="frameTicks">Ticks of a frame.</param>
    public long RingBytes(int frameTicks)
    {
        long ticks = (long)System.Numerics.BitOperations.RoundUpToPowerOf2((ulong)(Timing.Reach + frameTicks - 1));
        return ticks * ((Values + EmissionFrame.Alignment - 1) & -EmissionFrame.Alignment) * sizeof(double);
    }
}
