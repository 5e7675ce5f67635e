using PalActors.Clustering.Reports;

namespace PalActors.Cli.Progress;

/// <summary>The nodes of a run in one line: name, areas, and whether a node has gone.</summary>
internal static class NodeLine
{
    private const string Seed = "seed";

    /// <summary>The line; empty for a run in one process.</summary>
    public static string Of(RunStatus status)
    {
        if (status.Wanted == 0)
            return "";
        IReadOnlyList<string> there = status.Nodes;
        IReadOnlyList<NetworkStatus> networks = status.Networks;
        NodeAreas[] places = [.. networks.SelectMany(network => network.Places)];
        IEnumerable<string> nodes = places.Select(place => place.Node).Union(there);
        int generation = networks.Select(network => network.Generation).DefaultIfEmpty(1).Max();
        string again = generation > 1 ? $"; generation {generation}" : "";
        return $"nodes: {string.Join(", ", nodes.Select(Word))}{again}";

        string Word(string node)
        {
            string[] areas =
                [.. places.Where(place => place.Node == node).SelectMany(place => place.Areas).Distinct()];
            string state = node != Seed && !there.Contains(node) ? " gone" : areas.Length == 0 ? " idle" : "";
            return areas.Length == 0 ? $"{node}{state}" : $"{node} [{string.Join(" ", areas)}]{state}";
        }
    }
}
