using PalActors.Areas.Models.RateCells.Parameters;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace PalActors.TorchBenchmarks;

/// <summary>Pool over the sigmoid cells of a convolution.</summary>
/// <remarks>
/// Its derivatives d~[k] are r~[k] - r~[k]^2, so nothing needs to be gathered, nor any derivative of the cells.
/// </remarks>
internal sealed class TorchPool
{
    private readonly long[] _side;
    private Tensor _next = empty(0);
    private Tensor _positions = empty(0);

    /// <summary>Creates a pool whose state is zero.</summary>
    public TorchPool(RateAreaOptions options, RateParameters network)
    {
        if (options.Activation != "sigmoid")
            throw new NotSupportedException($"Cells below a pool are '{options.Activation}'; valid is sigmoid.");
        Rates = Layout.Zeros(options.Output, network.Batch);
        Slopes = Layout.Zeros(options.Output, network.Batch);
        _side = [options.Pool, options.Pool];
        if (network.IsPal && options.PoolSigma > 0)
            Noise = new TorchNoise(options.Output, network.Batch, options.PoolSigma, options.PoolTauXi);
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

    /// <summary>Computes errors from what arrives, and puts them at the positions, 0 elsewhere.</summary>
    public Tensor Return(Tensor arriving)
    {
        using Tensor q = arriving.view(Slopes.shape);
        using Tensor errors = Slopes * q;
        return max_unpool2d(errors, _positions, _side, _side);
    }

    /// <summary>Takes rates and derivatives at the positions.</summary>
    public void Step()
    {
        Slopes.Dispose();
        Slopes = addcmul(_next, _next, _next, -1);
        Rates.Dispose();
        Rates = Noise is null ? _next : _next.add_(Noise.Now);
    }
}
