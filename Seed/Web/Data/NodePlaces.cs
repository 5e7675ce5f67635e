using System.Globalization;
using PalActors.Messages.Plan;

namespace PalActors.Web.Data;

/// <summary>The node of each area, read from the lines that tell of a placement.</summary>
/// <param name="Nodes">Names of the nodes.</param>
/// <param name="NodeOfArea">Number of the node of each area; -1 where none is told.</param>
internal sealed record NodePlaces(IReadOnlyList<string> Nodes, int[] NodeOfArea)
{
    /// <summary>Reads lines such as <c>NAME: areas 1-2, 4</c> or <c>NAME: idle</c>.</summary>
    public static NodePlaces Of(AreaGraph graph, IReadOnlyList<string> lines)
    {
        List<string> nodes = [];
        int[] nodeOfArea = [.. Enumerable.Repeat(-1, graph.Count)];
        foreach (string line in lines)
        {
            int colon = line.LastIndexOf(": ", StringComparison.Ordinal);
            if (colon < 0)
                continue;
            nodes.Add(line[..colon]);
            string[] words = line[(colon + 2)..].Split(' ', 2);
            if (words.Length < 2)
                continue;
            foreach (int area in words[1].Split(", ").SelectMany(name => Areas(graph, name)))
                nodeOfArea[area] = nodes.Count - 1;
        }

        return new NodePlaces(nodes, nodeOfArea);
    }

    private static IEnumerable<int> Areas(AreaGraph graph, string name)
    {
        if (graph.Find(name) is { } area)
            return [area];
        string[] ends = name.Split('-');
        return ends.Length == 2
            && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first)
            && int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out int last)
            && first <= last && last < graph.Count
            ? Enumerable.Range(first, last - first + 1)
            : [];
    }
}
