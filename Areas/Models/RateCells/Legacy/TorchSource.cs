using System.Numerics;
using PalActors.Areas.Models.RateCells.Cells;
using PalActors.Areas.Models.RateCells.Networks;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Models.RateCells.Synapses;
using PalActors.Areas.Toolkit.Draws;

namespace PalActors.Areas.Models.RateCells.Legacy;

/// <summary>Initial weights and coloured noise of the authors' torch program, draw for draw.</summary>
internal sealed class TorchSource(TorchStart start, RateParameters parameters) : IRateSource
{
    /// <inheritdoc/>
    public void Begin<T>(int area, ForwardWeights<T> forward, Feedback<T>? feedback)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TorchWeights own = start.Weights[start.Areas.PlaceOf(area)]!;
        Set(own.W, forward.Weights);
        Set(own.Biases, forward.Biases);
        if (feedback is null)
            return;
        // B of an area ends on the one below; the matrices of direct feedback end where they are used.
        TorchWeights from = parameters.IsDirectFeedback ? own : start.Weights[start.Areas.PlaceOf(area + 1)]!;
        Set(from.B!, feedback.Weights);
    }

    /// <inheritdoc/>
    public INormals Normals(int area, NoiseKind kind)
    {
        int place = start.Areas.PlaceOf(area) + (kind == NoiseKind.Pool ? 1 : 0);
        return new Draws(start.CreateCursor(), place, parameters.Batch);
    }

    private static void Set<T>(float[] from, T[] to)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < from.Length; i++)
            to[i] = T.CreateTruncating(from[i]);
    }

    private sealed class Draws(TorchCursor cursor, int place, int slots) : INormals
    {
        private float[] _z = [];

        public void Draw(long tick, Span<double> z)
        {
            if (_z.Length != z.Length)
                _z = new float[z.Length];
            cursor.Draw(tick, place, _z);
            int cells = z.Length / slots;
            for (int slot = 0, at = 0; slot < slots; slot++)
            {
                for (int cell = 0; cell < cells; cell++, at++)
                    z[(cell * slots) + slot] = _z[at];
            }
        }
    }
}
