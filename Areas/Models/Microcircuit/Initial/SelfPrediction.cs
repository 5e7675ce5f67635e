using PalActors.Areas.Models.Microcircuit.Parameters;

namespace PalActors.Areas.Models.Microcircuit.Initial;

/// <summary>Self-predicting state (FORMAT section 2).</summary>
/// <remarks>Interneurons predict the area above exactly, so that Q = -B cancels what B brings.</remarks>
public static class SelfPrediction
{
    /// <summary>Computes the factor between P of a hidden area and W of the area above.</summary>
    /// <remarks>
    /// P is W times gbas (gl + gden) / (gden (gl + gbas + gapi)). The top area has no apical compartment.
    /// </remarks>
    public static double FactorOfP(MicrocircuitParameters parameters, int area)
    {
        double leak = parameters.Gl + parameters.Gbas + (area + 1 == parameters.Top ? 0 : parameters.Gapi);
        return parameters.Gbas * (parameters.Gl + parameters.Gden) / (parameters.Gden * leak);
    }
}
