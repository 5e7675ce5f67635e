using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Models;
using PalActors.Messages.Plan;

namespace PalActors.Lab.DryRuns;

/// <summary>Areas that compute ticks in turn, without actors and messages, and are timed.</summary>
/// <remarks>With a delay of d ticks an area computes d ticks in a row, as areas of one node do.</remarks>
internal sealed class TimedAreas
{
    // Kernels are compiled at once, all else after some tens of calls.
    private const double WarmUp = 0.5;
    private const double MostTimes = 3;
    private const int EnoughTicks = 100;
    private const int LeastTicks = 6;
    private const int MostTicks = 200_000;
    private const int MostBurst = 32;

    private readonly Phase _phase;
    private readonly int _burst;

    /// <summary>Builds areas.</summary>
    /// <param name="network">The network.</param>
    /// <param name="plan">Its plan, of one phase.</param>
    /// <param name="areas">The areas.</param>
    public TimedAreas(INetwork network, NetworkPlan plan, IReadOnlyList<int> areas)
    {
        _phase = plan.Schedule.Phases[0];
        _burst = Burst(network.Links);
        RingTable rings = new();
        IArea[] built = [.. areas.Select(network.BuildArea)];
        Array.ForEach(built, rings.Add);
        All = [.. built.Select(area => new TimedArea(area, rings))];
    }

    /// <summary>The areas.</summary>
    public IReadOnlyList<TimedArea> All { get; }

    /// <summary>The last complete tick.</summary>
    public long Tick { get; private set; }

    /// <summary>Computes ticks for a time, of which the first part does not count.</summary>
    /// <param name="time">The time; several times as long where ticks are slow, or other work holds them up.</param>
    public void RunFor(TimeSpan time)
    {
        OwnTime own = new();
        long last = Math.Min(_phase.LastTick, MostTicks) - _burst, warmTick = 0;
        while (Tick < last)
        {
            Step();
            TimeSpan elapsed = own.Elapsed, spent = own.Spent(elapsed);
            TimeSpan late = elapsed / MostTimes;
            if (warmTick == 0 && (late > time * WarmUp || spent > time * WarmUp) && Tick >= EnoughTicks)
            {
                warmTick = Tick;
                foreach (TimedArea area in All)
                    area.Samples.Clear();
            }

            bool isEnough = warmTick > 0 && Tick - warmTick >= EnoughTicks;
            if ((spent > time && isEnough) || (late > time && Tick - warmTick >= LeastTicks))
                return;
        }
    }

    /// <summary>Computes the next ticks of all areas: one, or as many as an area computes in a row.</summary>
    public void Step()
    {
        if (_burst > 1)
        {
            foreach (TimedArea area in All)
            {
                for (long tick = Tick + 1; tick <= Tick + _burst; tick++)
                {
                    area.Emit(At(tick));
                    area.Integrate(At(tick), _phase.PresentationTicks);
                }
            }
        }
        else
        {
            foreach (TimedArea area in All)
                area.Emit(At(Tick + 1));
            foreach (TimedArea area in All)
                area.Integrate(At(Tick + 1), _phase.PresentationTicks);
        }

        Tick += _burst;
    }

    /// <summary>A tick of the phase.</summary>
    public TickContext At(long tick) =>
        new(tick, _phase.Flags, (int)((tick - 1) % _phase.PresentationTicks) + 1, tick);

    private static int Burst(LinkOptions links)
    {
        IEnumerable<int> delays = links.Graph.Feedback
            .SelectMany(pathway => new[] { links.Up(pathway).Delay, links.Down(pathway).Delay });
        return Math.Clamp(delays.DefaultIfEmpty(1).Min(), 1, MostBurst);
    }
}
