using Akka.Actor;
using PalActors.Areas.Actors;
using PalActors.Messages.Control;

namespace PalActors.TestKit;

/// <content>Plays the clock and the watchdog.</content>
public sealed partial class HierarchyHarness
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_silence = TimeSpan.FromMilliseconds(20);

    /// <summary>Grants a horizon and waits until all areas are there.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tick is behind the areas, or after the schedule.</exception>
    public HierarchyHarness RunTo(long tick)
    {
        if (tick <= Tick || tick > _lastTick)
            throw new ArgumentOutOfRangeException(nameof(tick), tick, $"The areas are at tick {Tick} of {_lastTick}.");
        foreach (IActorRef area in _areas)
            area.Tell(new Horizon(Generation, tick, tick), _clock);
        HashSet<int> there = [];
        Take($"all areas to reach tick {tick}", IsLast);
        Tick = tick;
        return this;

        bool IsLast(object message) => message is TickReached reached && reached.Tick >= tick
            && there.Add(reached.Area) && there.Count == _areas.Length;
    }

    /// <summary>The state of each area, 1 to the top, after tick <see cref="Tick"/>.</summary>
    /// <param name="observe">True to add the other values of the tick (<c>CorticalArea.Observe</c>).</param>
    public AreaState[] States(bool observe = false)
    {
        AreaState?[] states = new AreaState?[_areas.Length];
        CapturePurpose purpose = observe ? CapturePurpose.Observe : CapturePurpose.Final;
        foreach (IActorRef area in _areas)
            area.Tell(new CaptureState(Generation, Tick, purpose), _clock);
        Take($"the states at tick {Tick}", message =>
        {
            if (message is StateCaptured captured)
                states[Array.FindIndex(_numbers, number => number == captured.State.Area)] = captured.State;
            return !states.Contains(null);
        });
        return states!;
    }

    // Answers greetings, keeps measures, tells areas after a silence to ask again, and fails with what was awaited.
    private void Take(string what, Func<object, bool> isLast)
    {
        DateTime end = DateTime.UtcNow + s_patience;
        while (DateTime.UtcNow < end)
        {
            object? message = _clock.ReceiveOne(s_silence);
            switch (message)
            {
                case null:
                    foreach (IActorRef area in _areas)
                        area.Tell(FramesStalled.Instance, _clock);
                    Nudges++;
                    break;
                case Hello hello:
                    _clock.Reply(new HelloBack(hello.Role));
                    break;
                case AreaSample sample:
                    // As the hosts do.
                    _areas[sample.Receiver - 1].Tell(sample, _clock);
                    break;
                case AreaMeasures measures:
                    Metrics.AddRange(measures.Values);
                    break;
                default:
                    if (isLast(message))
                        return;
                    break;
            }
        }

        throw new TimeoutException(
            $"Waited {s_patience.TotalSeconds:F0} s for {what}; the areas await the frames of ticks "
            + $"{string.Join(", ", _progress.Select(progress => progress.Awaited))}.");
    }
}
