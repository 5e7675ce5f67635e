using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Microcircuit.Initial;
using PalActors.Areas.Models.Microcircuit.Noise;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Traces;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Traces;

/// <summary>Run of the authors' numpy simulator with all of its inputs (format <c>pal-golden-1</c>).</summary>
public sealed class GoldenTrace : IInitialValues, ITrace
{
    /// <summary>Largest deviation, relative to a quantity's scale, at which a replay counts as exact.</summary>
    public const double Tolerance = 1e-11;

    /// <summary>Name of the format.</summary>
    public const string FormatName = "pal-golden-1";

    /// <summary>Name of the case.</summary>
    public required string Case { get; init; }

    /// <summary>Learning model.</summary>
    public required string Model { get; init; }

    /// <summary>Neurons per area, input first.</summary>
    public required int[] Layers { get; init; }

    /// <summary>Parameters.</summary>
    public required MicrocircuitParameters Parameters { get; init; }

    /// <summary>Parameters as names and values.</summary>
    public required PlanOption[] Options { get; init; }

    /// <summary>Drive of the network, one phase of one presentation per segment.</summary>
    public required Schedule Schedule { get; init; }

    /// <summary>Input rates of each segment.</summary>
    public required double[][] Inputs { get; init; }

    /// <summary>Target voltages of each segment, zeros where it has none.</summary>
    public required double[][] Targets { get; init; }

    /// <summary>Noise of each hidden area after its update: [step][hidden area][neuron].</summary>
    /// <remarks>The first step is <see cref="NoiseFirstStep"/>.</remarks>
    public required double[][][] Noise { get; init; }

    /// <summary>First step with noise, or <see cref="long.MaxValue"/>.</summary>
    public required long NoiseFirstStep { get; init; }

    /// <summary>States of the authors' program after some of its steps.</summary>
    public required IReadOnlyList<TraceCheckpoint> Checkpoints { get; init; }

    /// <summary>Number of steps.</summary>
    public long TotalSteps => Schedule.EndTick;

    /// <summary>Initial values by the keys of the trace.</summary>
    /// <remarks>The keys are <c>uP</c>, <c>uI</c>, <c>WPP</c>, <c>WIP</c>, <c>BPP</c> and <c>BPI</c>.</remarks>
    internal IReadOnlyDictionary<string, double[][]> Init { get; init; } = new Dictionary<string, double[][]>();

    /// <summary>Reads a trace, plain or compressed (<c>.gz</c>).</summary>
    /// <exception cref="TraceFormatException">
    /// The trace cannot be used; the message names file, key, value and what is valid.
    /// </exception>
    public static GoldenTrace Load(string path) => TraceFiles.Load(path) as GoldenTrace
        ?? throw new TraceFormatException($"{path}: the format is not {FormatName}.");

    /// <inheritdoc/>
    public string Summary => string.Create(
        CultureInfo.InvariantCulture, $"{Model}, layers {string.Join("-", Layers)}, {TotalSteps} ticks");

    /// <inheritdoc/>
    double ITrace.Tolerance => Tolerance;

    /// <inheritdoc/>
    public NetworkPlan Plan => new()
    {
        Run = 1,
        Network = 0,
        Seed = 0,
        Cells = MicrocircuitModel.ModelName,
        Label = Model,
        Model = Model,
        Layers = Layers,
        Options = Options,
        Data = "trace",
        DataSeed = 0,
        Schedule = Schedule,
    };

    /// <inheritdoc/>
    public ModelRegistry Registry => new TracedModel(this).Registry;

    /// <inheritdoc/>
    public IReadOnlyList<long> Ticks => [.. Checkpoints.Select(checkpoint => checkpoint.Step)];

    /// <inheritdoc/>
    public ITraceComparison Compare() => new TraceComparison(this);

    /// <inheritdoc/>
    public double[] Potentials(int area) => Init["uP"][area - 1];

    /// <inheritdoc/>
    public double[] InterneuronPotentials(Pathway pathway) => Init["uI"][pathway.From - 1];

    /// <inheritdoc/>
    public double[] W(Pathway pathway) => Init["WPP"][pathway.To - 1];

    /// <inheritdoc/>
    public double[] P(Pathway pathway) => Init["WIP"][pathway.From - 1];

    /// <inheritdoc/>
    public double[] B(Pathway pathway) => Init["BPP"][pathway.From - 1];

    /// <inheritdoc/>
    public double[] Q(Pathway pathway) => Init["BPI"][pathway.From - 1];

    /// <summary>Recorded noise of an area, a replacement of random noise.</summary>
    public IApicalNoise NoiseOf(int area) => new RecordedNoise(this, area - 1);

    private sealed class RecordedNoise(GoldenTrace trace, int hidden) : IApicalNoise
    {
        public bool NeedsApical => false;

        public void Advance(
            long tick, long acted, double[] previous, double[] xi, double[] u, double[] prospective, double[] apical)
        {
            long at = tick - trace.NoiseFirstStep;
            if (at >= 0 && at < trace.Noise.Length)
                trace.Noise[at][hidden].CopyTo(xi, 0);
            else
                previous.CopyTo(xi, 0);
        }
    }
}
