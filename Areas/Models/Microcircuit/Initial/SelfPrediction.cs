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
        MembraneOptions g = parameters.Cells.Membranes;
        double leak = g.Gl + g.Gbas + (area + 1 == parameters.Top ? 0 : g.Gapi);
        return g.Gbas * (g.Gl + g.Gden) / (g.Gden * leak);
    }
}
