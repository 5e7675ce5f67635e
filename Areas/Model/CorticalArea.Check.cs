using PalActors.Messages.Control;

namespace PalActors.Areas.Model;

/// <content>Whether the numbers still mean something. It changes nothing and allocates nothing while they do.</content>
public sealed partial class CorticalArea
{
    /// <summary>The first value of the state after a tick that is not finite; null if all are.</summary>
    public NonFinite? FirstNonFinite() => _state.FirstNonFinite();

    /// <summary>Whether all rates are at a bound of the activation function, within 1e-6.</summary>
    public bool IsSaturated => Pyramidal.Activation.IsSaturated(Pyramidal.Rate, Size);
}
