namespace PalActors.Messages.Plan;

/// <content>Names of areas and pathways, for people.</content>
public sealed partial class AreaGraph
{
    /// <summary>Name of an area: as given, or its number in a chain.</summary>
    public string Name(int area) => _areas[area].Name;

    /// <summary>Number of the area of this name; null if there is none.</summary>
    public int? Find(string name) =>
        Array.FindIndex(_areas, area => area.Name == name) is int number and >= 0 ? number : null;

    /// <summary>Name of a pathway, of both its areas.</summary>
    public string Name(Pathway pathway) => $"{Name(pathway.From)}-{Name(pathway.To)}";

    /// <summary>Names of areas in ascending order: of a chain ranges of numbers, for instance <c>1-3, 5</c>.</summary>
    public string Names(IReadOnlyList<int> areas) =>
        IsChain ? Ranges(areas) : string.Join(", ", areas.Select(Name));

    private static string Ranges(IReadOnlyList<int> areas)
    {
        List<string> parts = [];
        for (int i = 0; i < areas.Count;)
        {
            int last = i;
            while (last + 1 < areas.Count && areas[last + 1] == areas[last] + 1)
                last++;
            parts.Add(last == i ? $"{areas[i]}" : $"{areas[i]}-{areas[last]}");
            i = last + 1;
        }

        return string.Join(", ", parts);
    }
}
