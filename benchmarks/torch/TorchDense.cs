using System.Diagnostics.CodeAnalysis;
using PalActors.Areas.Models.RateCells.Parameters;
using static TorchSharp.torch;

namespace PalActors.TorchBenchmarks;

/// <summary>Dense area: W [n, m], B [m, n].</summary>
internal sealed class TorchDense : TorchArea
{
    private readonly Tensor _turnedW;
    private readonly Tensor? _turnedB;

    /// <summary>Creates an area.</summary>
    [SetsRequiredMembers]
    public TorchDense(RateAreaOptions options, RateParameters network, Tensor w, Tensor biases, Tensor? b)
        : base(options, network)
    {
        (W, Biases, B) = (w, biases, b);
        (_turnedW, _turnedB) = (w.t(), b?.t());
    }

    /// <inheritdoc/>
    public override Tensor Back(Tensor s) => s.mm(_turnedB ?? W);

    /// <inheritdoc/>
    public override void DriveAndLearn(Tensor below, Tensor errors)
    {
        using Tensor flat = below.flatten(1);
        Potentials.copy_(Biases).addmm_(flat, _turnedW);
        using Tensor turned = errors.t();
        W.addmm_(turned, flat, alpha: Scale);
        using Tensor sum = errors.sum(dim: 0);
        Biases.add_(sum, alpha: Scale);
    }

    /// <inheritdoc/>
    public override void LearnFeedback(Tensor noiseBelow)
    {
        using Tensor flat = noiseBelow.flatten(1);
        using Tensor turned = flat.t();
        B!.addmm_(turned, HighPassed!, beta: KeepFeedback, alpha: ScaleFeedback);
    }
}
