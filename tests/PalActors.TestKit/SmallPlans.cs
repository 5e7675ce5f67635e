using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Microcircuit;
using PalActors.Messages.Plan;

namespace PalActors.TestKit;

/// <summary>Small network plans: Yin-Yang with short presentations.</summary>
/// <remarks>An evaluation, training, and an evaluation again.</remarks>
public static class SmallPlans
{
    /// <summary>Flags of a network that learns.</summary>
    public const TickFlags Learning = TickFlags.LearnForward | TickFlags.LearnLateral | TickFlags.LearnBackward
        | TickFlags.Noise | TickFlags.Target;

    /// <summary>Flags of a network that is evaluated.</summary>
    public const TickFlags Evaluating = TickFlags.Noise | TickFlags.ReadOut;

    /// <summary>Identity of the run of these plans.</summary>
    public const long Run = 4711;

    /// <summary>Random seed of these plans.</summary>
    public const ulong Seed = 12345;

    /// <summary>Makes a plan.</summary>
    /// <param name="model">Learning model.</param>
    /// <param name="layers">Neurons per area; by default two hidden areas.</param>
    /// <param name="train">Presentations to learn from.</param>
    /// <param name="validation">Presentations of each evaluation.</param>
    /// <param name="ticks">Ticks per presentation.</param>
    /// <param name="end">The last tick to run, or null for the end of the schedule.</param>
    /// <param name="options">
    /// Parameters in place of the usual ones, as <c>name=value</c> or <c>name=value,value</c>.
    /// </param>
    public static NetworkPlan YinYang(
        string model, int[]? layers = null, int train = 60, int validation = 20, int ticks = 20, long? end = null,
        params string[] options)
    {
        Schedule schedule = Schedule(train, validation, ticks);
        return new NetworkPlan
        {
            Run = Run,
            Network = 0,
            Seed = Seed,
            Cells = MicrocircuitModel.ModelName,
            Label = model,
            Model = model,
            Layers = layers ?? [4, 9, 7, 3],
            Options = Options([string.Create(CultureInfo.InvariantCulture, $"Tpres={ticks / 100m}"), .. options]),
            Data = "yin-yang",
            DataSeed = 9876543,
            Schedule = end is null ? schedule : schedule with { EndTick = end.Value },
        };
    }

    /// <summary>The usual parameters, and others in their place.</summary>
    /// <remarks>At their learning rates a few hundred ticks change every matrix.</remarks>
    public static PlanOption[] Options(params string[] replaced)
    {
        Dictionary<string, PlanOption> options = [];
        string[] usual =
        [
            "eta_fw=5", "eta_bw=0.5", "eta_IP=0.5", "eta_PI=0.2", "alpha=1e-3", "noise_scale=0.05",
            "init_WPP_range=-0.5,0.5", "init_BPP_range=-1,1", "init_potentials=normal",
        ];
        foreach (string text in usual.Concat(replaced))
        {
            int equals = text.IndexOf('=', StringComparison.Ordinal);
            options[text[..equals]] = new PlanOption(text[..equals], text[(equals + 1)..].Split(','));
        }

        return [.. options.Values];
    }

    /// <summary>Schedule of an evaluation, training, and an evaluation.</summary>
    /// <remarks>Every phase has an order of its own, and every evaluation is measured.</remarks>
    public static Schedule Schedule(int train, int validation, int ticks)
    {
        List<Phase> phases = [];
        long next = 1;
        Add(validation, Evaluating, "validation", 0, CommonMetrics.AccuracyValidation);
        Add(train, Learning, "train", 1, null);
        Add(validation, Evaluating, "validation", 1, CommonMetrics.AccuracyValidation);
        return new Schedule([.. phases], next - 1);

        void Add(int presentations, TickFlags flags, string split, int epoch, string? metric)
        {
            if (presentations == 0)
                return;
            phases.Add(new Phase(
                next, presentations, ticks, flags, split, epoch, phases.Count, metric,
                RecordAlignment: metric is not null));
            next += (long)presentations * ticks;
        }
    }
}
