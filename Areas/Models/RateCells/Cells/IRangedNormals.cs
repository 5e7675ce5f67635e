using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Models.RateCells.Cells;

/// <summary>Source of normals that any thread may draw range by range, in any order.</summary>
internal interface IRangedNormals : INormals
{
    /// <summary>Values that ranges must be whole multiples of, but for the last.</summary>
    const int Group = BoxMuller.Group;

    /// <summary>Draws some of the values of a tick.</summary>
    /// <param name="tick">The tick.</param>
    /// <param name="first">Place of the first value, a multiple of <see cref="Group"/>.</param>
    /// <param name="z">Receives the values from there on.</param>
    void Draw(long tick, int first, Span<double> z);
}
