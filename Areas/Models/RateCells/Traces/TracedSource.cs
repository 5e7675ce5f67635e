using PalActors.Areas.Models.RateCells.Cells;
using PalActors.Areas.Models.RateCells.Networks;
using PalActors.Areas.Models.RateCells.Synapses;

namespace PalActors.Areas.Models.RateCells.Traces;

/// <summary>Initial weights and draws of a trace.</summary>
internal sealed class TracedSource(RateTrace trace) : IRateSource
{
    /// <inheritdoc/>
    public void Begin<T>(int area, ForwardWeights<T> forward, Feedback<T>? feedback)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        int place = trace.Places[area - 1];
        WeightBlock.Set(forward.Weights, trace.Initial["W"][place]!);
        WeightBlock.Set(forward.Biases, trace.Initial["b"][place]!);
        if (feedback is null)
            return;
        int owner = trace.Parameters.IsDirectFeedback ? place : trace.Places[area];
        WeightBlock.Set(feedback.Weights, trace.Initial["B"][owner]!);
    }

    /// <inheritdoc/>
    public INormals Normals(int area, NoiseKind kind)
    {
        int place = trace.Places[area - 1] + (kind == NoiseKind.Pool ? 1 : 0);
        return new Draws(kind == NoiseKind.White ? trace.White : trace.Coloured, place, trace.Parameters.Batch);
    }

    private sealed class Draws(double[]?[][] steps, int place, int slots) : INormals
    {
        // After the last step one more is prepared, which never acts.
        public void Draw(long tick, Span<double> z)
        {
            if (tick > steps.Length || steps[tick - 1][place] is not { } drawn)
            {
                z.Clear();
                return;
            }

            int cells = drawn.Length / slots;
            for (int slot = 0, at = 0; slot < slots; slot++)
            {
                for (int cell = 0; cell < cells; cell++, at++)
                    z[(cell * slots) + slot] = drawn[at];
            }
        }
    }
}
