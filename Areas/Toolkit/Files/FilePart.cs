namespace PalActors.Areas.Toolkit.Files;

/// <summary>A column or array of a file.</summary>
/// <param name="Name">Its name; empty if the file holds one array without a name.</param>
/// <param name="Type">Type of its values in words.</param>
/// <param name="Shape">Rows, then the shape of a row.</param>
public sealed record FilePart(string Name, string Type, IReadOnlyList<long> Shape);
