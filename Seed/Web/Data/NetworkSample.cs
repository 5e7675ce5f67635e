using PalActors.Messages.Control;

namespace PalActors.Web.Data;

/// <summary>States of a network's areas at a tick, or only their weights.</summary>
/// <param name="Tick">The last complete tick.</param>
/// <param name="Source">Where it comes from, in words.</param>
/// <param name="Areas">Blocks of each area, by its number.</param>
public sealed record NetworkSample(
    long Tick, string Source, IReadOnlyDictionary<int, IReadOnlyList<StateBlock>> Areas)
{
    /// <summary>The block of this name of an area; null if it has none.</summary>
    public StateBlock? Find(int area, string name) =>
        Areas.GetValueOrDefault(area)?.FirstOrDefault(block => block.Name == name);

    /// <summary>Weights of a pathway between two areas.</summary>
    /// <param name="area">The area whose state holds them.</param>
    /// <param name="other">The area at the other end.</param>
    /// <param name="name">Their name, such as <c>W</c>.</param>
    /// <returns>The block that names the other area or, where it has only one of them, none; else null.</returns>
    public StateBlock? Between(int area, int other, string name) =>
        Find(area, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}@{other}"))
        ?? (Math.Abs(area - other) == 1 ? Find(area, name) : null);
}
