using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;

namespace PalActors.TestKit;

/// <summary>
/// Plays the neighbours of one area from the histories of a plain loop, never further ahead than honest neighbours can be: a tick only when
/// the area's own emissions prove that the neighbour could have got there, a presentation only on credit. Packaging and haste are random, from a seed.
/// </summary>
public sealed class ScriptedNeighbours
{
    private readonly HistoryLoop _loop;
    private readonly AreaHarness _harness;
    private readonly int _area;
    private readonly Random _random;
    private readonly int _delayFromBelow;
    private readonly int _delayToBelow;
    private readonly int _delayFromAbove;
    private readonly int _delayToAbove;
    private readonly bool _top;
    private long _below = 1;
    private long _above = 1;
    private int _stimuli;
    private int _targets;

    /// <summary>Neighbours of an area (1 to the top) of the loop's network; the loop must have run as far as the area will.</summary>
    public ScriptedNeighbours(HistoryLoop loop, AreaHarness harness, int area, int seed)
    {
        MicrocircuitParameters parameters = loop.Network.Parameters;
        (_loop, _harness, _area, _random) = (loop, harness, area, new Random(seed));
        _top = area == parameters.Top;
        if (area > 1)
            (_delayFromBelow, _delayToBelow) = (parameters.Links.DelayUp[area - 1], parameters.Links.DelayDown[area - 1]);
        if (!_top)
            (_delayFromAbove, _delayToAbove) = (parameters.Links.DelayDown[area], parameters.Links.DelayUp[area]);
    }

    /// <summary>What becomes of a batch of frames that are on their way together; by default they arrive as they were sent.</summary>
    public Func<IEnumerable<RateFrame>, IEnumerable<RateFrame>> Network { get; init; } = frames => frames;

    /// <summary>Called after each batch.</summary>
    public Action? Delivered { get; init; }

    /// <summary>Grants the area a horizon and keeps it in frames until it is there.</summary>
    public void RunTo(long end)
    {
        _harness.Grant(end);
        RunToWithoutGrant(end);
    }

    /// <summary>Keeps the area in frames until it is at a horizon that was granted before.</summary>
    public void RunToWithoutGrant(long end)
    {
        _harness.Settle();
        long rounds = 0;
        while (!_harness.Clock.Of<TickReached>().Any(r => r.Tick == end))
        {
            if (++rounds > 20 * (end + 10))
                throw new InvalidOperationException($"Area {_area} does not get to tick {end}: it awaits tick {_harness.Progress.Awaited}.");
            _harness.Feed(Network(Due(end).ToArray())).Settle();
            Delivered?.Invoke();
        }
    }

    /// <summary>The frames that neighbours may send now and have not, or some of them.</summary>
    public IEnumerable<RateFrame> Due(long end)
    {
        if (_area == 1)
        {
            for (int n = Credit(_harness.Below, _stimuli); n > 0; n--)
                yield return _loop.Stimulus(_stimuli++);
        }
        else
        {
            foreach (RateFrame frame in Frames(_harness.Below, _delayToBelow, _delayFromBelow, end, ref _below, (first, ticks) => _loop.Up(_area - 1, first, ticks)))
                yield return frame;
        }

        if (_top)
        {
            for (int n = Credit(_harness.Target!, _targets); n > 0; n--)
                yield return _loop.Target(_targets++);
        }
        else
        {
            foreach (RateFrame frame in Frames(_harness.Above!, _delayToAbove, _delayFromAbove, end, ref _above, (first, ticks) => _loop.Down(_area + 1, first, ticks)))
                yield return frame;
        }
    }

    // Two presentations ahead of what is used.
    private int Credit(AreaHarness.Neighbour source, int sent)
    {
        long used = source.Of<PresentationsUsed>().Select(u => u.ThroughTick).DefaultIfEmpty(0).Max();
        int done = _loop.Shown.Count(s => s.FirstTick + s.Ticks - 1 <= used);
        return Math.Min(done + 2, _loop.Shown.Count) - sent;
    }

    private List<RateFrame> Frames(AreaHarness.Neighbour from, int delayTo, int delayFrom, long end, ref long next, Func<long, int, RateFrame> make)
    {
        // It emits tick s once it has integrated s - 1, and for that it needed this area's tick s - 1 - d.
        long last = Math.Min(end, from.EmittedTick + delayTo + 1);
        int window = Math.Max(1, delayFrom / 2);
        List<RateFrame> frames = [];
        while (next <= last && (frames.Count == 0 || _random.Next(4) > 0))
        {
            int ticks = _random.Next(1, (int)Math.Min(window, last - next + 1) + 1);
            frames.Add(make(next, ticks));
            next += ticks;
        }

        return frames;
    }
}
