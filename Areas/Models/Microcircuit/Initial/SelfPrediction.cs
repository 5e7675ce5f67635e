using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Initial;

/// <summary>Self-predicting state (FORMAT section 2).</summary>
/// <remarks>Interneurons predict the area above exactly, so that Q = -B cancels what B brings.</remarks>
public static class SelfPrediction
{
    /// <summary>Computes the factor between P and W of a pathway.</summary>
    /// <remarks>
    /// P is W times gbas (gl + gden) / (gden G), G = gl + gbas + gapi of the upper area; a top area has no gapi.
    /// </remarks>
    public static double FactorOfP(MicrocircuitParameters parameters, Pathway pathway)
    {
        MembraneOptions g = parameters.Cells.Membranes;
        return g.Gbas * (g.Gl + g.Gden) / (g.Gden * parameters.Leak(pathway.To));
    }
}
