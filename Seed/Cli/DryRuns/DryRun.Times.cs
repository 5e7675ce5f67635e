using System.Globalization;
using PalActors.Lab.DryRuns;
using PalActors.Messages.Plan;

namespace PalActors.Cli.DryRuns;

/// <content>Time per tick and of the whole run.</content>
internal sealed partial class DryRun
{
    // Ratio from which on a time is told as another one.
    private const double Noticeable = 1.1;

    // Delays for which the time per tick is told where there are none.
    private static readonly int[] s_delays = [20, 100];

    private void PrintTimes(RunTimes? times)
    {
        if (times is null)
        {
            string why = _options.Calibrates ? "no area is small enough to be computed here" : "--no-calibration";
            _output.WriteLine($"Time: not estimated ({why}).");
            return;
        }

        foreach (PlannedKind kind in _run.Kinds)
            _output.WriteLine(TimeOf(kind, times));
        string threads = _run.Threads == 1 ? "a thread each" : $"{_run.Threads} threads each";
        string cores = Plural(_options.Cores, "core");
        if (_run.Plans.Count > 1)
        {
            string all = TimeTexts.Long(times.OfRun(_run.Kinds));
            _output.WriteLine($"All {_run.Plans.Count} networks: {all}, {_run.SideBySide} at a time.");
        }

        if (_kind.Placed.Links.Any(_kind.Placed.Crosses))
            PrintDelays(times);
        string scaled = times.IsPartial ? ", of smaller or fewer areas, scaled by cost" : "";
        string machine = _run.HasNodes ? $"nodes like this machine, with {cores}" : $"{cores}, {threads}";
        _output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Times are from {times.Took:F1} s of calibration here{scaled}, "
            + $"for {machine}; other work makes them longer."));
        Schedule schedule = _kind.Plan.Schedule;
        if (schedule.RecordEvery > 0 || schedule.Phases.Any(phase => phase.CompareUpdates)
            || _kind.Plan.Recordings.Length > 0)
            _output.WriteLine("Measures and recordings that the experiment asks for often come on top.");
    }

    private string TimeOf(PlannedKind kind, RunTimes times)
    {
        TickTime tick = times.Of(kind);
        string name = _run.Kinds.Count > 1 ? $" of {kind.Plan.Label}" : "";
        string why = !_run.HasNodes ? "" : tick.IsOnWire
            ? $", set by the bandwidth ({_options.Bandwidth / 1e6:0.###} MB/s)"
            : tick.IsWaiting
                ? ", most of it waiting for frames"
                : $", most of it computing on {_run.Seats[tick.SlowestNode].Name}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Time{name}: {TimeTexts.Short(tick.Seconds)} per tick{why}; {kind.Plan.Schedule.EndTick:N0} ticks take "
            + $"{TimeTexts.Long(times.OfNetwork(kind))}.");
    }

    private void PrintDelays(RunTimes times)
    {
        string frame = TimeTexts.Short(times.Model.MessageSeconds);
        _output.WriteLine(_options.Latency > 0
            ? $"A frame takes {frame} from node to node, {TimeTexts.Short(_options.Latency)} of it in the network."
            : $"A frame takes {frame} between processes of one machine; between machines add --latency MS.");
        TickTime now = times.Of(_kind);
        bool hasDelays = _kind.Placed.Links.Any(link => link.Timing.Delay > 0);
        int[] delays = hasDelays ? [0] : s_delays;
        TickTime[] others = [.. delays.Select(delay => times.Of(_kind, delay))];
        // Where the bandwidth sets the pace, delays save no more than headers.
        if ((now.IsOnWire && !hasDelays) || others.All(other => IsAlike(other.Seconds, now.Seconds)))
        {
            string what = hasDelays ? "The delays change" : "Delays would change";
            string why = now.IsOnWire ? "the bandwidth sets the pace" : "a tick computes longer than a frame travels";
            _output.WriteLine($"{what} little: {why}.");
            return;
        }

        string list = string.Join(", ", delays.Zip(others).Select(one =>
            $"{TimeTexts.Short(one.Second.Seconds)}{(one.First == 0 ? "" : $" at d = {one.First}")}"));
        list += others[^1].IsOnWire ? ", which the bandwidth sets" : "";
        _output.WriteLine(hasDelays
            ? $"Delays of d ticks let one wait serve about d/2 ticks; without them a tick would take {list}."
            : "Each tick waits for a frame. With delays of d ticks (delay_up, delay_down) one wait serves about d/2:");
        if (!hasDelays)
            _output.WriteLine($"a tick would take {list}. Delays change what is learned, though (docs/delays.md).");
    }

    private static bool IsAlike(double one, double other) => Math.Max(one / other, other / one) < Noticeable;
}
