using PalActors.Areas.Models.RateCells.Parameters;
using static TorchSharp.torch;

namespace PalActors.TorchBenchmarks;

/// <summary>Coloured noise of an area's cells or of its pool.</summary>
internal sealed class TorchNoise
{
    private readonly Tensor _z;
    private readonly Tensor _inMemory;
    private readonly double _keep;
    private readonly double _scale;

    /// <summary>Creates noise that is zero so far.</summary>
    public TorchNoise(AreaShape shape, int slots, double sigma, double tau)
    {
        (Now, _z) = (Layout.Zeros(shape, slots), Layout.Zeros(shape, slots));
        _inMemory = Layout.InMemory(_z);
        (_keep, _scale) = (1 - (1 / tau), sigma / Math.Sqrt(tau));
    }

    /// <summary>The noise xi of this step.</summary>
    public Tensor Now { get; }

    /// <summary>Gives the normals of a step, instead of torch's generator; receives the buffer.</summary>
    public Action<Tensor>? Given { get; set; }

    /// <summary>Takes a step.</summary>
    public void Step()
    {
        // Torch draws fast only into what is contiguous.
        if (Given is null)
            _inMemory.normal_();
        else
            Given(_z);
        Now.mul_(_keep).add_(_z, alpha: _scale);
    }
}
