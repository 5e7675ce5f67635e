using PalActors.Areas.Models.Microcircuit.Parameters;

namespace PalActors.Areas.Models.Microcircuit.Initial;

/// <summary>The self-predicting state (FORMAT section 2): interneurons predict the area above exactly, so that Q = -B cancels what B brings.</summary>
public static class SelfPrediction
{
    /// <summary>P of a hidden area is this factor times W of the area above, gbas (gl + gden) / (gden (gl + gbas + gapi)). The top area has no apical compartment.</summary>
    public static double FactorOfP(MicrocircuitParameters parameters, int area)
    {
        double leak = parameters.Gl + parameters.Gbas + (area + 1 == parameters.Top ? 0 : parameters.Gapi);
        return parameters.Gbas * (parameters.Gl + parameters.Gden) / (parameters.Gden * leak);
    }
}
