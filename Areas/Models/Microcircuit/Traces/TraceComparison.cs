using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Areas.Models.Traces;
using PalActors.Messages.Control;

namespace PalActors.Areas.Models.Microcircuit.Traces;

/// <summary>Compares areas with the checkpoints of a trace.</summary>
/// <remarks>
/// A deviation is divided by the largest absolute value that its quantity takes anywhere in the checkpoints of the
/// trace (FORMAT section 6).
/// </remarks>
public sealed class TraceComparison : ITraceComparison
{
    // Key in the trace -> block of the observed state.
    private static readonly Dictionary<string, string> s_blocks = new()
    {
        ["uP"] = "u",
        ["uI"] = "v",
        ["uP_breve"] = "u_breve",
        ["uI_breve"] = "v_breve",
        ["rP_breve"] = "r",
        ["rI_breve"] = "s",
        ["vbas"] = "v_bas",
        ["vden"] = "v_den",
        ["vapi"] = "v_api",
        ["vapi_noise"] = "v_api_noise",
        ["noise"] = "xi",
        ["rP_breve_HI"] = "hp",
        ["WPP"] = "W",
        ["WIP"] = "P",
        ["BPP"] = "B",
        ["BPI"] = "Q",
        ["dWPP_LO"] = "D",
    };

    private readonly Dictionary<long, TraceCheckpoint> _checkpoints;
    private readonly Dictionary<string, double> _scale = [];

    /// <summary>Creates a comparison with all checkpoints of a trace.</summary>
    public TraceComparison(GoldenTrace trace)
    {
        _checkpoints = trace.Checkpoints.ToDictionary(c => c.Step);
        foreach ((string key, double[]?[] areas) in trace.Checkpoints.SelectMany(c => c.Quantities))
        {
            double largest = areas.Max(values => values is null || values.Length == 0 ? 0 : values.Max(Math.Abs));
            _scale[key] = Math.Max(_scale.GetValueOrDefault(key), largest);
        }
    }

    /// <summary>Keys of quantities in traces.</summary>
    public static IReadOnlyCollection<string> Keys => s_blocks.Keys;

    /// <inheritdoc/>
    public Deviations Deviations { get; } = new();

    /// <inheritdoc cref="Deviations.Worst"/>
    public double Worst => Deviations.Worst;

    /// <inheritdoc cref="Deviations.WorstQuantity"/>
    public string WorstQuantity => Deviations.WorstQuantity;

    /// <inheritdoc cref="Deviations.WorstStep"/>
    public long WorstStep => Deviations.WorstStep;

    /// <inheritdoc cref="Deviations.Compared"/>
    public long Compared => Deviations.Compared;

    /// <summary>Compares an area with the checkpoint of its tick.</summary>
    /// <param name="observed">State of the area as <see cref="CorticalArea.Observe"/> shows it.</param>
    public void Compare(AreaState observed)
    {
        TraceCheckpoint checkpoint = _checkpoints[observed.Tick];
        foreach ((string key, double[]?[] areas) in checkpoint.Quantities)
        {
            if (observed.Area > areas.Length || areas[observed.Area - 1] is not { } expected)
                continue;
            double[] actual = observed[s_blocks[key]].Values;
            Deviations.Add(key, observed.Tick, expected, actual, _scale[key]);
        }
    }
}
