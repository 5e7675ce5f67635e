using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Links;
using PalActors.Messages.Frames;

namespace PalActors.Lab.DryRuns;

/// <summary>Receiving end of a link of which the emissions lie in a ring, without messages.</summary>
/// <param name="ring">One frame that is the ring of all emissions, or of one presentation.</param>
/// <param name="port">The port.</param>
internal sealed class RingArrival(EmissionFrame ring, IncomingPort port) : Arrival
{
    private readonly int _delay = port.Timing.Delay;
    private readonly ILinkJitter? _jitter = port.Jitter;

    /// <summary>Chooses the emission that a tick uses; a presentation is that of every tick.</summary>
    public void Choose(long tick)
    {
        Chosen = port.IsPresented ? tick : Math.Max(0, tick - _delay - (_jitter?.At(tick) ?? 0));
        Frame = Chosen > 0 ? ring : null;
    }

    /// <inheritdoc/>
    protected override EmissionFrame Retained(long emission) => ring;
}

/// <summary>Sending end of such a link.</summary>
internal sealed class RingDeparture : Departure
{
    /// <summary>Makes an end that writes into the ring.</summary>
    public RingDeparture(EmissionFrame ring) => OpenFrame = ring;
}
