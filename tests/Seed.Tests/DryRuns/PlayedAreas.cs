using PalActors.Lab.DryRuns;
using PalActors.Lab.Planning;


namespace PalActors.Seed.Tests.DryRuns;

/// <summary>Areas on a node each, played tick by tick: when each emits, sends frames, waits and integrates.</summary>
/// <param name="network">The network.</param>
/// <param name="seconds">Seconds of computing per tick of each area, area 1 first.</param>
/// <param name="message">Seconds of a frame from node to node.</param>
internal sealed class PlayedAreas(PlacedNetwork network, double[] seconds, double message)
{
    private readonly Dictionary<PlannedLink, List<double>> _arrived =
        network.Links.ToDictionary(link => link, _ => new List<double>());

    private readonly Dictionary<PlannedLink, int> _open = network.Links.ToDictionary(link => link, _ => 0);
    private readonly double[] _now = new double[seconds.Length];
    private readonly int[] _emitted = new int[seconds.Length];
    private readonly int[] _done = new int[seconds.Length];

    /// <summary>Plays some ticks, and gives the seconds per tick of their second half.</summary>
    public double PerTick(int ticks)
    {
        PlayTo(ticks / 2);
        double half = _now.Max();
        PlayTo(ticks);
        return (_now.Max() - half) / (ticks - (ticks / 2));
    }

    private void PlayTo(int ticks)
    {
        while (_done.Min() < ticks)
        {
            for (int area = 1; area <= seconds.Length; area++)
            {
                if (_done[area - 1] < ticks)
                    Play(area);
            }
        }
    }

    private void Play(int area)
    {
        ref double now = ref _now[area - 1];
        int tick = _done[area - 1] + 1;
        if (_emitted[area - 1] < tick)
        {
            _emitted[area - 1] = tick;
            foreach (PlannedLink link in network.Links.Where(link => link.Sender == area))
            {
                if (++_open[link] >= network.FrameTicks(link))
                    Send(link, now);
            }
        }

        // Whoever waits sends what it has.
        double ready = network.Links.Where(link => link.Receiver == area)
            .Select(link => Arrival(link, tick - link.Timing.Delay)).DefaultIfEmpty(0).Max();
        if (ready > now)
        {
            foreach (PlannedLink link in network.Links.Where(link => link.Sender == area))
                Send(link, now);
        }

        if (double.IsPositiveInfinity(ready))
            return;
        now = Math.Max(now, ready) + seconds[area - 1];
        _done[area - 1] = tick;
    }

    private double Arrival(PlannedLink link, int emission) =>
        emission < 1 ? 0 : emission <= _arrived[link].Count ? _arrived[link][emission - 1] : double.PositiveInfinity;

    private void Send(PlannedLink link, double now)
    {
        for (; _open[link] > 0; _open[link]--)
            _arrived[link].Add(now + message);
    }
}
