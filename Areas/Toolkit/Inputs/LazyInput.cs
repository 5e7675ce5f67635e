using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Toolkit.Inputs;

/// <summary>Common part of the forms that bring updates into the matrices later than in their tick.</summary>
/// <param name="projection">The projection.</param>
public abstract class LazyInput(PlasticProjection projection) : ForwardInput
{
    private WeightMatrix? _current;
    private WeightMatrix? _currentLow;

    /// <summary>Projection, whose matrices lag behind.</summary>
    protected PlasticProjection Projection { get; } = projection;

    /// <summary>W and D as they stand, in matrices of their own, which hold until the next tick.</summary>
    /// <param name="rates">Rates of the last complete tick (columns).</param>
    public override (WeightMatrix W, WeightMatrix? D) Current(ReadOnlySpan<double> rates)
    {
        if (_current is not null)
            return (_current, _currentLow);
        _current = Projection.Weights.Copy();
        _currentLow = Projection.LowPassed?.Copy();
        BringIn(_current, _currentLow, rates);
        return (_current, _currentLow);
    }

    /// <inheritdoc/>
    public override void Forget() => _current = null;

    /// <summary>Notes that W and D move on, so that <see cref="Current"/> must look again.</summary>
    protected void MoveOn() => _current = null;

    /// <summary>Brings what has accumulated into copies of W and D.</summary>
    /// <param name="w">Copy of W.</param>
    /// <param name="d">Copy of D, or null.</param>
    /// <param name="rates">Rates of the last complete tick (columns).</param>
    protected abstract void BringIn(WeightMatrix w, WeightMatrix? d, ReadOnlySpan<double> rates);

    /// <summary>Indicates whether an update changes the weights.</summary>
    /// <exception cref="InvalidOperationException">It is no product with the rates of the tick before.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static bool Learns(WeightUpdate update) => update.Form switch
    {
        UpdateForm.None => false,
        UpdateForm.Hebbian or UpdateForm.LowPassed => true,
        _ => Refuse(update.Form),
    };

    [DoesNotReturn]
    private static bool Refuse(UpdateForm form) => throw new InvalidOperationException(
        $"A rule that pairs with rates gave an update of form {form}; "
        + $"valid is {UpdateForm.None}, {UpdateForm.Hebbian} or {UpdateForm.LowPassed}.");
}
