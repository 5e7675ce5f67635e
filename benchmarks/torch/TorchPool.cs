using PalActors.Areas.Models.RateCells.Parameters;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace PalActors.TorchBenchmarks;

/// <summary>Pool over the cells of a convolution.</summary>
internal sealed class TorchPool
{
    private readonly long[] _side;
    private Tensor _next = empty(0);
    private Tensor _positions = empty(0);

    /// <summary>Creates a pool whose state is zero.</summary>
    public TorchPool(RateAreaOptions options, RateParameters network)
    {
        long[] shape = TorchArea.Shape(options.Output, network.Batch);
        (Rates, Slopes) = (zeros(shape), zeros(shape));
        _side = [options.Pool, options.Pool];
        if (network.IsPal && options.PoolSigma > 0)
            Noise = new TorchNoise(shape, options.PoolSigma, options.PoolTauXi);
    }

    /// <summary>Rates r.</summary>
    public Tensor Rates { get; private set; }

    /// <summary>Derivatives d.</summary>
    public Tensor Slopes { get; private set; }

    /// <summary>Its noise; null if it is zero.</summary>
    public TorchNoise? Noise { get; }

    /// <summary>Finds the positions of this step from the rates of the step before.</summary>
    public void Choose(Tensor rates)
    {
        _positions.Dispose();
        (_next, _positions) = max_pool2d_with_indices(rates, _side, _side);
    }

    /// <summary>Puts errors at the positions, 0 elsewhere.</summary>
    public Tensor Return(Tensor errors)
    {
        using Tensor e = errors.view(_positions.shape);
        return max_unpool2d(e, _positions, _side, _side);
    }

    /// <summary>Takes rates and derivatives at the positions.</summary>
    public void Step(Tensor slopes)
    {
        Rates.Dispose();
        Rates = Noise is null ? _next : _next.add_(Noise.Now);
        Slopes.Dispose();
        using Tensor flat = slopes.flatten(2);
        using Tensor positions = _positions.flatten(2);
        using Tensor taken = flat.gather(2, positions);
        Slopes = taken.view(_positions.shape);
    }
}
