using PalActors.Areas.Contract;
using PalActors.Messages.Frames;

namespace PalActors.Lab.DryRuns;

/// <summary>Rings of the links between areas that are built; other senders show the same in every tick.</summary>
internal sealed class RingTable
{
    // Rates and potentials between 0 and 1, as of a network that does something.
    private const double Shown = 0.25;

    private readonly Dictionary<(FrameKind Kind, int Sender, int Receiver), EmissionFrame> _rings = [];

    /// <summary>Makes the rings of an area's links to others.</summary>
    public void Add(IArea area)
    {
        foreach (OutgoingPort port in area.Ports.Outgoing)
        {
            _rings[(port.Kind, area.Index, port.Receiver)] = Ring(
                port.Kind, area.Index, port.Width, port.Parts, port.Timing.Reach + 1);
        }
    }

    /// <summary>Ends at which an area writes.</summary>
    public Departure[] Departures(IArea area) =>
        [.. area.Ports.Outgoing.Select(port => new RingDeparture(_rings[(port.Kind, area.Index, port.Receiver)]))];

    /// <summary>Ends at which an area reads.</summary>
    public RingArrival[] Arrivals(IArea area) =>
        [.. area.Ports.Incoming.Select(port => new RingArrival(Of(port, area.Index), port))];

    private EmissionFrame Of(IncomingPort port, int receiver)
    {
        if (!port.IsPresented && _rings.TryGetValue((port.Kind, port.Source, receiver), out EmissionFrame? ring))
            return ring;
        EmissionFrame shown = Ring(port.Kind, port.Source, port.Width, port.Parts, 1);
        Array.Fill(shown.Values, Shown);
        return shown;
    }

    private static EmissionFrame Ring(FrameKind kind, int sender, int width, int parts, int ticks) =>
        new(kind, run: 0, network: 0, generation: 0, sender, width, parts, ticks);
}
