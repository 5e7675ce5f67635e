using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Microcircuit.Metrics;
using PalActors.Messages.Plan;
using PalActors.Seed.Results;

namespace PalActors.Seed.Progress;

/// <summary>The figures of a network's progress, as text.</summary>
public static class Figures
{
    /// <summary>Model and seed.</summary>
    public static string Name(NetworkPlan plan) => string.Create(CultureInfo.InvariantCulture, $"{plan.Label} seed {plan.Seed}");

    /// <summary>Word for how a network ended.</summary>
    /// <param name="end">Its end.</param>
    /// <param name="completed">The word for one that reached its last tick.</param>
    public static string How(NetworkEnd end, string completed) =>
        end.Divergence is not null ? "diverged" : end.Completed ? completed : "stopped";

    /// <summary>Share of the ticks done, 0 to 1.</summary>
    public static double Share(NetworkRecord network) => Math.Clamp((double)network.Tick / network.Plan.Schedule.EndTick, 0, 1);

    /// <summary>Speed in ticks per second.</summary>
    public static string Speed(double ticksPerSecond) => ticksPerSecond switch
    {
        <= 0 => "-",
        < 1e3 => string.Create(CultureInfo.InvariantCulture, $"{ticksPerSecond:F0} ticks/s"),
        < 1e6 => string.Create(CultureInfo.InvariantCulture, $"{ticksPerSecond / 1e3:F1} k ticks/s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{ticksPerSecond / 1e6:F2} M ticks/s"),
    };

    /// <summary>Real-time factor: simulated milliseconds per millisecond of wall time.</summary>
    public static string RealTime(double ticksPerSecond, double dt)
    {
        double factor = ticksPerSecond * dt / 1000;
        return factor switch
        {
            <= 0 => "-",
            < 10 => string.Create(CultureInfo.InvariantCulture, $"{factor:G2}x"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{factor:F0}x"),
        };
    }

    /// <summary>What crosses the wire and how much of the time is spent waiting, with a comma before it; nothing in one process.</summary>
    public static string Wire(RateMeter rate) => Traffic(rate) is { Length: > 0 } traffic ? $", wire {traffic}" : "";

    /// <summary>The same on its own.</summary>
    public static string Traffic(RateMeter rate) => rate.WireFramesPerSecond <= 0
        ? ""
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(rate.WireFramesPerSecond).TrimEnd()} frames/s {Count(rate.WireBytesPerSecond)}B/s{(double.IsNaN(rate.WaitingShare) ? "" : $", waiting {100 * rate.WaitingShare:F0} %")}");

    private static string Count(double number) => number switch
    {
        < 1e3 => string.Create(CultureInfo.InvariantCulture, $"{number:F0} "),
        < 1e6 => string.Create(CultureInfo.InvariantCulture, $"{number / 1e3:F1} k"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{number / 1e6:F1} M"),
    };

    /// <summary>Euler step of a plan, ms.</summary>
    public static double Dt(NetworkPlan plan) =>
        double.Parse(plan.Options.First(option => option.Name == "dt").Values[0], CultureInfo.InvariantCulture);

    /// <summary>Epochs of training in a plan.</summary>
    public static int Epochs(NetworkPlan plan) => plan.Schedule.Phases[^1].Epoch;

    /// <summary>The epoch that a network is in.</summary>
    public static int Epoch(NetworkRecord network) =>
        network.Tick == 0 ? 0 : network.Plan.Schedule.Phases[network.Plan.Schedule.IndexOf(network.Tick)].Epoch;

    /// <summary>How well a network does so far, and what that measure is called: accuracy, or error of the student, or nothing where neither is measured.</summary>
    public static (string Name, string Value) Success(NetworkRecord network)
    {
        double accuracy = network.Last(CommonMetrics.AccuracyValidation), error = network.Last(CommonMetrics.ErrorTarget);
        return !double.IsNaN(accuracy) ? ("validation", Percent(accuracy)) : !double.IsNaN(error) ? ("error", string.Create(CultureInfo.InvariantCulture, $"{error:G3}")) : ("", "-");
    }

    /// <summary>An accuracy.</summary>
    public static string Percent(double share) => double.IsNaN(share) ? "-" : string.Create(CultureInfo.InvariantCulture, $"{100 * share:F2} %");

    /// <summary>Angles of the hidden areas.</summary>
    public static string Angles(IEnumerable<double> degrees)
    {
        string text = string.Join(" ", degrees.Select(angle => double.IsNaN(angle) ? "-" : angle.ToString("F1", CultureInfo.InvariantCulture)));
        return text.Length == 0 ? "-" : text;
    }

    /// <summary>The latest alignment angle of each hidden area.</summary>
    public static IEnumerable<double> LastAngles(NetworkRecord network) =>
        Enumerable.Range(1, network.Plan.Top - 1).Select(area => network.Last(MicrocircuitMetrics.AngleWTB, area));

    /// <summary>A duration.</summary>
    public static string Duration(double seconds)
    {
        if (!double.IsFinite(seconds) || seconds < 0 || seconds > TimeSpan.MaxValue.TotalSeconds / 2)
            return "-";
        TimeSpan time = TimeSpan.FromSeconds(seconds);
        if (time.TotalSeconds < 60)
            return string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F0} s");
        return time.TotalHours < 1
            ? string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}:{time.Seconds:00} min")
            : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00} h");
    }
}
