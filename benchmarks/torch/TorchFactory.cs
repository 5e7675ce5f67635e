using PalActors.Areas.Contract;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using static TorchSharp.torch;

namespace PalActors.TorchBenchmarks;

/// <summary>Factory of torch's networks with the initial weights, samples and, if asked for, draws of ours.</summary>
internal static class TorchFactory
{
    /// <summary>Creates a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="states">States of our areas before tick 1.</param>
    /// <param name="below">True to compute the error below area 1.</param>
    public static TorchNetwork Create(BenchmarkNetwork network, AreaState[] states, bool below)
    {
        RateParameters parameters = network.Parameters;
        TorchArea[] areas = new TorchArea[parameters.Top];
        for (int i = 0; i < areas.Length; i++)
        {
            RateAreaOptions options = parameters.Areas[i + 1];
            long[] shape = WeightShape(options);
            Tensor w = FromValues(states[i]["W"].Values, shape), biases = FromValues(states[i]["b"].Values, [-1]);
            Tensor? b = network.IsPal ? Feedback(options, i == 0 ? null : states[i - 1]["B"].Values, shape) : null;
            areas[i] = options.IsConv
                ? new TorchConv(options, parameters, w, biases, b)
                {
                    Pool = options.HasPool ? new TorchPool(options, parameters) : null,
                }
                : new TorchDense(options, parameters, w, biases, b);
        }

        return new TorchNetwork(areas, parameters, below);
    }

    /// <summary>Makes all noise that of our areas; the returned action chooses the tick.</summary>
    public static Action<long> UseOurNoise(TorchNetwork network, NetworkPlan plan)
    {
        long tick = 0;
        for (int i = 0; i < network.Areas.Length; i++)
        {
            TorchArea area = network.Areas[i];
            int index = i + 1;
            if (area.Noise is not null)
                area.Noise.Given = z => Draw(RandomStream.Noise, index, area.Options.Cells, z);
            if (area.Pool?.Noise is not null)
                area.Pool.Noise.Given = z => Draw(RandomStream.PoolNoise, index, area.Options.Output, z);
        }

        return next => tick = next;

        void Draw(RandomStream stream, int area, AreaShape shape, Tensor z)
        {
            double[] values = new double[z.numel()];
            CounterRandom.Normals(plan.Seed, stream, area, tick, values);
            // Ours are numbered [cell, slot].
            using Tensor ours = FromValues(values, [shape.Cells, -1]);
            using Tensor turned = ours.t();
            using Tensor shaped = turned.reshape(z.shape);
            z.copy_(shaped);
        }
    }

    /// <summary>Samples of a presentation, [slot, cell].</summary>
    public static Tensor Sample(BenchmarkNetwork network, EndpointKind kind, int presentation)
    {
        IPresentations samples = network.Samples(kind);
        double[] values = new double[samples.Width];
        samples.Fill(0, presentation, values);
        AreaShape shape = kind == EndpointKind.Stimulus
            ? network.Parameters.Areas[1].Below
            : AreaShape.Vector(network.Layers[^1]);
        using Tensor sample = FromValues(values, Layout.Shape(shape, network.Batch));
        return Layout.Last(sample);
    }

    // B is [m, n] if dense, and like W if not. None of ours leads to the input: any values do.
    private static Tensor Feedback(RateAreaOptions options, double[]? values, long[] shape)
    {
        long[] back = options.IsConv ? shape : [shape[1], shape[0]];
        return values is null ? randn(back).mul_(0.05) : FromValues(values, back);
    }

    private static long[] WeightShape(RateAreaOptions options) => options.IsConv
        ? [options.Cells.Channels, options.Below.Channels, options.Kernel, options.Kernel]
        : [options.Cells.Cells, options.Below.Cells];

    private static Tensor FromValues(double[] values, long[] shape)
    {
        using Tensor flat = tensor(Array.ConvertAll(values, value => (float)value));
        return flat.reshape(shape).clone();
    }
}
