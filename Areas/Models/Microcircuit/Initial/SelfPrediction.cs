using PalActors.Areas.Models.Microcircuit.Parameters;

namespace PalActors.Areas.Models.Microcircuit.Initial;

/// <summary>The self-predicting state (FORMAT section 2): interneurons predict the area above exactly, so that Q = -B cancels what B brings.</summary>
public static class SelfPrediction
{
    /// <summary>P of a hidden area is this factor times W of the area above, gbas (gl + gden) / (gden (gl + gbas + gapi)). The top area has no apical compartment.</summary>
    public static double FactorOfP(MicrocircuitParameters parameters, int area)
    {
        MembraneOptions g = parameters.Cells.Membranes;
        double leak = g.Gl + g.Gbas + (area + 1 == parameters.Top ? 0 : g.Gapi);
        return g.Gbas * (g.Gl + g.Gden) / (g.Gden * leak);
    }
}
