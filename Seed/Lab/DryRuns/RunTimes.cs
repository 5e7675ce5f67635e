using System.Diagnostics;
using PalActors.Areas.Contract.Models;
using PalActors.Lab.Experiments;

namespace PalActors.Lab.DryRuns;

/// <summary>Times of a run, from a calibration of each kind of its networks on this machine.</summary>
internal sealed class RunTimes
{
    // With the frames between nodes two seconds together.
    private static readonly TimeSpan s_alone = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_withNodes = TimeSpan.FromSeconds(0.7);

    private readonly Dictionary<PlannedKind, Calibration> _calibrations;
    private readonly double _pace;

    private RunTimes(
        Dictionary<PlannedKind, Calibration> calibrations, TickModel model, double pace, double took)
    {
        (_calibrations, Model, _pace, Took) = (calibrations, model, pace, took);
    }

    /// <summary>Seconds that the calibration took.</summary>
    public double Took { get; }

    /// <summary>Model of the time per tick.</summary>
    public TickModel Model { get; }

    /// <summary>True if areas were too large to be computed here, and smaller ones were.</summary>
    public bool IsPartial => _calibrations.Values.Any(one => one.IsPartial);

    /// <summary>Measures.</summary>
    /// <param name="models">The cell models.</param>
    /// <param name="run">The run.</param>
    /// <param name="options">Assumptions about the machines.</param>
    /// <returns>Null if no area is small enough for this machine.</returns>
    public static RunTimes? Measure(ModelRegistry models, PlannedRun run, DryRunOptions options)
    {
        long begun = Stopwatch.GetTimestamp();
        // A container may have little memory, and this process needs some itself.
        long most = Math.Min(CalibrationPlan.MostBytes, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4);
        Dictionary<PlannedKind, Calibration> calibrations = [];
        // In the first round the first kinds compile what all of them use.
        int rounds = run.Kinds.Count > 1 ? 2 : 1;
        foreach (PlannedKind kind in Enumerable.Repeat(run.Kinds, rounds).SelectMany(kinds => kinds))
        {
            TimeSpan time = (run.HasNodes ? s_withNodes : s_alone) / (rounds * run.Kinds.Count);
            if (Calibration.Measure(models, kind.Plan, run.Spare, time, most) is not { } one)
                return null;
            calibrations[kind] = calibrations.TryGetValue(kind, out Calibration? before) ? one.Least(before) : one;
        }

        double frame = run.HasNodes ? FrameProbe.Measure() : 0;
        TickModel model = new(run.Threads, run.SideBySide, frame, options.Latency, options.Bandwidth);
        return new RunTimes(
            calibrations, model, ExecutionTable.Bind(run.Read).Pace, Stopwatch.GetElapsedTime(begun).TotalSeconds);
    }

    /// <summary>Seconds per tick of each area with cells of a kind.</summary>
    public IReadOnlyList<double> SecondsOf(PlannedKind kind) => _calibrations[kind].Seconds;

    /// <summary>Time per tick of a network.</summary>
    public TickTime Of(PlannedKind kind) => Model.Of(kind.Placed, SecondsOf(kind));

    /// <summary>Time per tick of a network if all its links had another delay.</summary>
    public TickTime Of(PlannedKind kind, int delay) => Model.Of(kind.Placed.WithDelay(delay), SecondsOf(kind));

    /// <summary>Seconds of a whole network, at its pace if it has one.</summary>
    public double OfNetwork(PlannedKind kind) =>
        kind.Plan.Schedule.EndTick * Math.Max(Of(kind).Seconds, _pace > 0 ? 1 / _pace : 0);

    /// <summary>Seconds of the whole run.</summary>
    /// <param name="kinds">Its networks.</param>
    public double OfRun(IReadOnlyList<PlannedKind> kinds) => Math.Max(
        kinds.Max(OfNetwork),
        kinds.Sum(kind => kind.Networks * OfNetwork(kind)) / Model.SideBySide);
}
