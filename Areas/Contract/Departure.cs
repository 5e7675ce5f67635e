using PalActors.Messages.Frames;

namespace PalActors.Areas.Contract;

/// <summary>Room for what one outgoing link sends in a tick.</summary>
public abstract class Departure
{
    /// <summary>The open frame; null between ticks whose frame is full.</summary>
    protected RateFrame? OpenFrame { get; set; }

    /// <summary>Room for one part of a tick that was opened, padded to whole vectors.</summary>
    internal Span<double> Part(long tick, int part) => OpenFrame!.Part(tick, part);
}
