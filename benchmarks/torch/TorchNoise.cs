using static TorchSharp.torch;

namespace PalActors.TorchBenchmarks;

/// <summary>Coloured noise of an area's cells or of its pool.</summary>
internal sealed class TorchNoise
{
    private readonly Tensor _z;
    private readonly double _keep;
    private readonly double _scale;

    /// <summary>Creates noise that is zero so far.</summary>
    public TorchNoise(long[] shape, double sigma, double tau)
    {
        (Now, _z) = (zeros(shape), zeros(shape));
        (_keep, _scale) = (1 - (1 / tau), sigma / Math.Sqrt(tau));
    }

    /// <summary>The noise xi of this step.</summary>
    public Tensor Now { get; }

    /// <summary>Gives the normals of a step, instead of torch's generator; receives the buffer.</summary>
    public Action<Tensor>? Given { get; set; }

    /// <summary>Takes a step.</summary>
    public void Step()
    {
        if (Given is null)
            _z.normal_();
        else
            Given(_z);
        Now.mul_(_keep).add_(_z, alpha: _scale);
    }
}
