using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Models.Traces;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.RateCells.Traces;

/// <summary>Run of the authors' torch program with all that enters it (format <c>pal-deep-1</c>).</summary>
internal sealed class RateTrace : ITrace
{
    /// <summary>Name of the format.</summary>
    public const string FormatName = "pal-deep-1";

    /// <inheritdoc/>
    public required string Case { get; init; }

    /// <summary>Parameters of its network; a pool belongs to the area below it.</summary>
    public required RateParameters Parameters { get; init; }

    /// <summary>Place in the trace's list of areas, 0-based, of areas 1, 2, ... of the network.</summary>
    public required int[] Places { get; init; }

    /// <summary>Drive of the network, one phase of one presentation per segment.</summary>
    public required Schedule Schedule { get; init; }

    /// <summary>Input rates of each segment, sample by sample.</summary>
    public required double[][] Inputs { get; init; }

    /// <summary>Targets of each segment, sample by sample; zeros where it has none.</summary>
    public required double[][] Targets { get; init; }

    /// <summary>Initial weights by key and place; null where there are none.</summary>
    public required IReadOnlyDictionary<string, double[]?[]> Initial { get; init; }

    /// <summary>Draws of the coloured noise: [step][place], [sample, cell]; empty without PAL.</summary>
    public required double[]?[][] Coloured { get; init; }

    /// <summary>Draws of the white noise, likewise; empty without.</summary>
    public required double[]?[][] White { get; init; }

    /// <summary>States after some steps, by step, then by key and place.</summary>
    public required IReadOnlyDictionary<long, IReadOnlyDictionary<string, double[]?[]>> Checkpoints { get; init; }

    /// <inheritdoc/>
    public string Summary => $"{Parameters.Algorithm}, {Parameters.Path.ToString().ToLowerInvariant()}, "
        + $"areas {string.Join("-", Layers)}, batch {Parameters.Batch}, {Schedule.EndTick} ticks";

    /// <inheritdoc/>
    public double Tolerance => 1e-12;

    /// <inheritdoc/>
    public NetworkPlan Plan => new()
    {
        Run = 1,
        Network = 0,
        Seed = 0,
        Cells = RateModel.ModelName,
        Label = Parameters.Algorithm.ToString(),
        Model = Parameters.Algorithm.ToString(),
        Layers = Layers,
        Options = [],
        Data = "trace",
        DataSeed = 0,
        Schedule = Schedule,
    };

    /// <inheritdoc/>
    public ModelRegistry Registry => new TracedRateModel(this).Registry;

    /// <inheritdoc/>
    public IReadOnlyList<long> Ticks => [.. Checkpoints.Keys.Order()];

    private int[] Layers => [.. Enumerable.Range(0, Parameters.Top + 1).Select(Parameters.OutputOf)];

    /// <inheritdoc/>
    public ITraceComparison Compare() => new RateTraceComparison(this);
}
