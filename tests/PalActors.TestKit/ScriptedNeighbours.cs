using PalActors.Areas.Contract.Links;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;
using PalActors.Messages.Plan;

namespace PalActors.TestKit;

/// <summary>Plays the neighbours of one area from the histories of a plain loop.</summary>
/// <remarks>
/// They are never further ahead than real neighbours can be: a tick is sent only when the area's own emissions prove
/// that the neighbour could have reached it, a presentation only on credit. Sizes and times of frames are random, from
/// a seed.
/// </remarks>
public sealed partial class ScriptedNeighbours
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

    /// <summary>Makes the neighbours of an area (1 to the top) of the loop's network.</summary>
    /// <remarks>The loop must have run as far as the area will.</remarks>
    public ScriptedNeighbours(HistoryLoop loop, AreaHarness harness, int area, int seed)
    {
        AreaGraph graph = loop.Network.Parameters.Graph;
        LinkOptions links = loop.Network.Parameters.Links;
        (_loop, _harness, _area, _random) = (loop, harness, area, new Random(seed));
        _top = graph.IsTop(area);
        if (area > 1)
        {
            Pathway below = links.PathwayAbove(area - 1);
            (_delayFromBelow, _delayToBelow) = (links.DelayUp[below], links.DelayDown[below]);
        }


        if (!_top)
        {
            Pathway above = links.PathwayAbove(area);
            (_delayFromAbove, _delayToAbove) = (links.DelayDown[above], links.DelayUp[above]);
        }
    }

    /// <summary>Delivers a batch of frames that are on their way together; by default as they were sent.</summary>
    public Func<IEnumerable<EmissionFrame>, IEnumerable<EmissionFrame>> Network { get; init; } = frames => frames;

    /// <summary>Called after each batch.</summary>
    public Action? Delivered { get; init; }

    /// <summary>Grants the area a horizon and sends it frames until it is there.</summary>
    public void RunTo(long end)
    {
        _harness.Grant(end);
        RunToWithoutGrant(end);
    }

    /// <summary>Sends the area frames until it is at a horizon that was granted before.</summary>
    public void RunToWithoutGrant(long end)
    {
        _harness.Settle();
        long rounds = 0;
        while (!_harness.Clock.Of<TickReached>().Any(r => r.Tick == end))
        {
            if (++rounds > 20 * (end + 10))
            {
                throw new InvalidOperationException(
                    $"Area {_area} does not get to tick {end}: it awaits tick {_harness.Progress.Awaited}.");
            }

            _harness.Feed(Network(Due(end).ToArray())).Settle();
            Delivered?.Invoke();
        }
    }
}
