using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Rules;

/// <summary>
/// The rule of P, pyramidal cells to interneurons: dP = dt eta_IP (s - phi_{l+1}(cI vden~)) (outer) r~_l. It makes the interneurons
/// mirror the area above. FORMAT section 4, point 5. With <c>interneuron_lag</c> the rate is the one that drove vden~, a round trip older.
/// </summary>
public sealed class LateralRule(MicrocircuitParameters parameters, int area) : IWeightRule
{
    private readonly double _scale = parameters.Dt * parameters.EtaIP[area - 1];

    /// <inheritdoc/>
    public bool ReadsError(TickFlags flags) => (flags & TickFlags.LearnLateral) != 0 && _scale != 0;

    /// <inheritdoc/>
    public void Prepare(CorticalArea area, WeightUpdate update)
    {
        if (!ReadsError(area.Flags))
        {
            update.Form = UpdateForm.None;
            return;
        }

        update.Form = UpdateForm.Hebbian;
        update.Post = area.Interneurons!.Error;
        update.PostScale = _scale;
        update.Pre = area.LateralRatePrevious;
    }
}
