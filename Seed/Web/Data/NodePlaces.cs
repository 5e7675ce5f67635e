using PalActors.Clustering.Reports;
using PalActors.Messages.Plan;

namespace PalActors.Web.Data;

/// <summary>The node of each area.</summary>
/// <param name="Nodes">Names of the nodes.</param>
/// <param name="NodeOfArea">Number of the node of each area; -1 where none is known.</param>
internal sealed record NodePlaces(IReadOnlyList<string> Nodes, int[] NodeOfArea)
{
    /// <summary>Looks them up in a placement; an input goes with the first area above it.</summary>
    public static NodePlaces Of(AreaGraph graph, IReadOnlyList<NodeAreas> places)
    {
        int[] nodeOfArea = [.. Enumerable.Repeat(-1, graph.Count)];
        foreach ((int node, NodeAreas place) in places.Index())
        {
            foreach (string name in place.Areas)
            {
                if (graph.Find(name) is { } area)
                    nodeOfArea[area] = node;
            }
        }

        foreach (int input in graph.Inputs)
            nodeOfArea[input] = nodeOfArea[graph.Out(input)[0].To];
        return new NodePlaces([.. places.Select(place => place.Node)], nodeOfArea);
    }
}
