using PalActors.Messages.Control;

namespace PalActors.Areas.Models.Microcircuit;

/// <content>Checks of the state. They change nothing, and allocate nothing while all values are finite.</content>
public sealed partial class CorticalArea
{
    /// <summary>The first value of the state after a tick that is not finite; null if all are.</summary>
    public NonFinite? FirstNonFinite() => _state.FirstNonFinite();

    /// <summary>Indicates whether all rates are at a bound of the activation function, within 1e-6.</summary>
    public bool IsSaturated => Pyramidal.Activation.IsSaturated(Pyramidal.Rate, Size);
}
