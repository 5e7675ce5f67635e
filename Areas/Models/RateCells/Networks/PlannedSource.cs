using System.Numerics;
using PalActors.Areas.Models.RateCells.Cells;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Models.RateCells.Synapses;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.RateCells.Networks;

/// <summary>Initial weights and noise that are a pure function of the random seed, the area, the cell and the tick.
/// </summary>
internal sealed class PlannedSource(NetworkPlan plan, RateParameters parameters) : IRateSource
{
    // Places of the matrices among an area's draws of initial weights.
    private const int W = 0;
    private const int Bias = 1;
    private const int B = 2;

    /// <inheritdoc/>
    public void Begin<T>(int area, ForwardWeights<T> forward, Feedback<T>? feedback)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Draw(area, W, forward.Weights);
        Draw(area, Bias, forward.Biases);
        // B of an area ends on the one below; the matrices of direct feedback end where they are used.
        if (feedback is not null)
            Draw(parameters.IsDirectFeedback ? area : area + 1, B, feedback.Weights);
    }

    /// <inheritdoc/>
    public INormals Normals(int area, NoiseKind kind) => new Draws(plan.Seed, area, kind switch
    {
        NoiseKind.White => RandomStream.WhiteNoise,
        NoiseKind.Pool => RandomStream.PoolNoise,
        _ => RandomStream.Noise,
    });

    private void Draw<T>(int area, int matrix, T[] weights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] z = new double[weights.Length];
        CounterRandom.Normals(plan.Seed, RandomStream.Weights, area, matrix, z);
        for (int i = 0; i < z.Length; i++)
            weights[i] = T.CreateTruncating(parameters.WeightSd * z[i]);
    }

    private sealed class Draws(ulong seed, int area, RandomStream stream) : IRangedNormals
    {
        public void Draw(long tick, Span<double> z) => CounterRandom.Normals(seed, stream, area, tick, z);

        public void Draw(long tick, int first, Span<double> z) =>
            CounterRandom.NormalsFrom(seed, stream, area, tick, first, z);
    }
}
