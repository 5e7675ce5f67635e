namespace PalActors.Areas.Models.RateCells.Cells;

/// <summary>Source of the standard normals of one population.</summary>
internal interface INormals
{
    /// <summary>Draws the values of a tick, [cell, slot] without padding.</summary>
    /// <param name="tick">The tick.</param>
    /// <param name="z">Receives them.</param>
    void Draw(long tick, Span<double> z);
}
