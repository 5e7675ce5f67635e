using System.Diagnostics.CodeAnalysis;
using PalActors.Areas.Models.RateCells.Parameters;
using static TorchSharp.torch;

namespace PalActors.TorchBenchmarks;

/// <summary>Convolutional area: W and B [F, C, k, k].</summary>
/// <remarks>The gradient of W is what autograd computes for the product of this step, by torch's own kernel.</remarks>
internal sealed class TorchConv : TorchArea
{
    private readonly float _perPosition;

    /// <summary>Creates an area.</summary>
    [SetsRequiredMembers]
    public TorchConv(RateAreaOptions options, RateParameters network, Tensor w, Tensor biases, Tensor? b)
        : base(options, network)
    {
        if (HighPassed is not null)
            throw new NotSupportedException("B of a convolution does not learn here.");
        (W, Biases, B) = (Layout.Last(w).requires_grad_(true), biases, b is null ? null : Layout.Last(b));
        _perPosition = 1f / (options.Cells.Height * options.Cells.Width);
    }

    /// <inheritdoc/>
    public override Tensor Back(Tensor s) => nn.functional.conv_transpose2d(s, B ?? W);

    /// <inheritdoc/>
    public override void DriveAndLearn(Tensor below, Tensor errors)
    {
        Tensor a;
        using (enable_grad())
            a = nn.functional.conv2d(below, W, Biases);
        Tensor gradient = autograd.grad([a], [W], [errors])[0];
        Potentials.Dispose();
        Potentials = a.detach_();
        W.add_(gradient, alpha: Scale);
        gradient.Dispose();
        using Tensor sum = errors.sum([0, 2, 3]);
        Biases.add_(sum, alpha: Scale * _perPosition);
    }

    /// <inheritdoc/>
    public override void LearnFeedback(Tensor noiseBelow) => throw new NotSupportedException();
}
