using PalActors.Areas.Models.Microcircuit.Circuits;
using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.TestKit;

/// <summary>Views of networks that are chains, where an area has one pathway from below and one to above.</summary>
public static class ChainViews
{
    extension(NetworkPlan plan)
    {
        /// <summary>Number of the top area.</summary>
        public int Top => plan.Layers.Length - 1;
    }

    extension(MicrocircuitParameters parameters)
    {
        /// <summary>Neurons per area, input first.</summary>
        public int[] Layers => parameters.Graph.Cells;

        /// <summary>Number of the top area.</summary>
        public int Top => parameters.Graph.Count - 1;

        /// <summary>The pathway from a hidden area to the area above.</summary>
        public Pathway Above(int hidden) => parameters.Graph.Out(hidden)[0];
    }

    extension(CorticalArea area)
    {
        /// <summary>The pathway from below.</summary>
        public BasalPathway Below => area.Forward.Pathways[0];

        /// <summary>The pathway to above.</summary>
        public ApicalPathway Above => area.Hidden.Pathways[0];
    }
}
