using System.Globalization;
using System.Numerics;
using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Contract.Perturbations;
using PalActors.Areas.Models.RateCells.Cells;
using PalActors.Areas.Models.RateCells.Networks;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Models.RateCells.Synapses;
using PalActors.Areas.Tests.Graphs;
using PalActors.Areas.Toolkit;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.RateCells.Remedies;

/// <summary>A small network of rate cells whose weights, draws, inputs and targets are numbers from a hash.</summary>
internal sealed record GivenRates : IRateSource
{
    /// <summary>Parameters.</summary>
    public required RateParameters Parameters { get; init; }

    /// <summary>Schedule.</summary>
    public required Schedule Schedule { get; init; }

    /// <summary>Lesions and rules that rest; a pathway is known by its lower area.</summary>
    public GivenPerturbation[] Perturbations { get; init; } = [];

    /// <summary>First tick in which learning rates and noise are <see cref="Changed"/>.</summary>
    public int ChangeTick { get; init; } = int.MaxValue;

    /// <summary>Options of an area from then on.</summary>
    public RateAreaOptions Changed(RateAreaOptions area) => area with
    {
        EtaW = 0.5 * area.EtaW,
        EtaB = 2 * area.EtaB,
        Sigma = area.Sigma + 0.25,
    };

    /// <summary>True if all presentations have the same target.</summary>
    public bool IsTargetConstant { get; init; }

    /// <summary>Scale of W, b and B.</summary>
    public double WeightScale { get; init; } = 0.7;

    /// <summary>True if B is zero at first.</summary>
    public bool BeginsWithoutFeedback { get; init; }

    /// <summary>Delays of a chain with a value for each hidden area.</summary>
    public static LinkOptions Links(int top, int[] up, int[] down) => new(
        AreaGraph.Chain([.. Enumerable.Repeat(1, top + 1)]),
        [Option("delay_up", up), Option("delay_down", down)],
        dt: 0.1);

    /// <summary>Options of dense areas.</summary>
    public static PerArea<RateAreaOptions> Dense(int[] layers, string[] activations, RateAreaOptions usual) => new(
    [
        .. Enumerable.Range(1, layers.Length - 1).Select(area => usual with
        {
            Below = AreaShape.Vector(layers[area - 1]),
            Cells = AreaShape.Vector(layers[area]),
            Activation = activations[area - 1],
        }),
    ]);

    /// <summary>Builds the network as area objects in a plain loop.</summary>
    public AreaLoop CreateLoop()
    {
        NetworkServices services = new(SmallPlans.YinYang("PAL"), SpareThreads.None);
        RateParameters parameters = Parameters with
        {
            Perturbations = new NetworkPerturbations([.. Perturbations.Select(Plan)]),
            Later = ChangeTick < int.MaxValue
                ? [(ChangeTick, new PerArea<RateAreaOptions>([.. Parameters.Areas.Values.Select(Changed)]))]
                : [],
        };
        INetwork network = RateNetworks.Create(parameters, services, this, source => new Shown(this, source.Kind));
        return new AreaLoop(network, Schedule, Parameters.Top);
    }

    private static PerturbationPlan Plan(GivenPerturbation one)
    {
        (int from, int to) = one.Pathway < 0 ? (one.Area, one.Area) : (one.Pathway, one.Pathway + 1);
        PerturbationKind kind = one.Pathway < 0 ? PerturbationKind.Cells
            : one.Rule.Length == 0 ? PerturbationKind.Pathway
            : PerturbationKind.Rule;
        return new PerturbationPlan(kind, from, to, one.First, one.Last) { Cells = one.Cells, Rule = one.Rule };
    }

    /// <summary>W of an area, row-major.</summary>
    public double[] W(int area, int length) => Weights(length, 1, area);

    /// <summary>b of an area.</summary>
    public double[] Bias(int area, int length) => Weights(length, 2, area);

    /// <summary>Feedback weights that end on an area, row-major.</summary>
    public double[] B(int area, int length) => BeginsWithoutFeedback ? new double[length] : Weights(length, 3, area);

    /// <summary>A draw of noise, by place [cell, slot].</summary>
    public static double Z(int area, NoiseKind kind, long tick, int place) =>
        1.7 * Hash(4, area, (int)kind, (int)tick, place);

    /// <summary>Value of an input cell.</summary>
    public static double X(int phase, int presentation, int place) => Hash(5, phase, presentation, place);

    /// <summary>Value of a target cell.</summary>
    public double Y(int phase, int presentation, int place) =>
        IsTargetConstant ? Hash(6, place) : Hash(6, phase, presentation, place);

    /// <inheritdoc/>
    public void Begin<T>(int area, ForwardWeights<T> forward, Feedback<T>? feedback)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        WeightBlock.Set(forward.Weights, W(area, forward.Weights.Length));
        WeightBlock.Set(forward.Biases, Bias(area, forward.Biases.Length));
        if (feedback is not null)
            WeightBlock.Set(feedback.Weights, B(area, feedback.Weights.Length));
    }

    /// <inheritdoc/>
    public INormals Normals(int area, NoiseKind kind) => new Draws(area, kind);

    private double[] Weights(int length, int kind, int area) =>
        [.. Enumerable.Range(0, length).Select(i => WeightScale * Hash(kind, area, i))];

    private static PlanOption Option(string name, int[] values) =>
        new(name, [.. values.Select(value => value.ToString(CultureInfo.InvariantCulture))]);

    // A number from -1 to 1.
    private static double Hash(params ReadOnlySpan<int> key)
    {
        ulong hash = 14695981039346656037;
        foreach (int part in key)
        {
            hash = (hash ^ (uint)part) * 1099511628211;
            hash = (hash ^ (hash >> 29)) * 0x9E3779B97F4A7C15;
        }

        return ((hash >> 11) * Math.ScaleB(1, -52)) - 1;
    }

    private sealed class Draws(int area, NoiseKind kind) : INormals
    {
        public void Draw(long tick, Span<double> z)
        {
            for (int i = 0; i < z.Length; i++)
                z[i] = Z(area, kind, tick, i);
        }
    }

    private sealed class Shown(GivenRates network, EndpointKind kind) : IPresentations
    {
        public int Width => network.Parameters.Batch
            * network.Parameters.OutputOf(kind == EndpointKind.Target ? network.Parameters.Top : 0);

        public void Fill(int phase, int presentation, Span<double> values)
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = kind == EndpointKind.Target
                    ? network.Y(phase, presentation, i)
                    : X(phase, presentation, i);
            }
        }
    }
}
