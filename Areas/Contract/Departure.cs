using PalActors.Messages.Frames;

namespace PalActors.Areas.Contract;

/// <summary>Buffer of the emission of one outgoing link in a tick.</summary>
public abstract class Departure
{
    /// <summary>The open frame; null between ticks whose frame is full.</summary>
    protected EmissionFrame? OpenFrame { get; set; }

    /// <summary>Buffer of one part of a tick that was opened, padded to whole vectors.</summary>
    internal Span<double> Part(long tick, int part) => OpenFrame!.Part(tick, part);
}
