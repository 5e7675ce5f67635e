using PalActors.Areas.Contract.Parameters;

namespace PalActors.Areas.Models.RateCells.Parameters;

/// <summary>Checks that the shapes of areas fit each other.</summary>
internal static class ShapeCheck
{
    /// <summary>Shape of an area's cells.</summary>
    /// <param name="area">The area, 1 or more.</param>
    /// <param name="below">Shape of what it sees.</param>
    /// <param name="shown">Cells that it shows to the area above, after a pool.</param>
    /// <param name="kernel">Side of its kernel; 0 for a dense area.</param>
    /// <param name="pool">Side of the windows of its pool; 1 for none.</param>
    /// <exception cref="ParameterException">They do not fit.</exception>
    public static AreaShape Cells(int area, AreaShape below, int shown, int kernel, int pool)
    {
        if (kernel == 0)
        {
            return pool == 1
                ? AreaShape.Vector(shown)
                : throw new ParameterException(
                    "pool", $"pool of area {area} is {pool}, and the area is dense (kernel 0); valid is 1, no pool.");
        }

        if (!below.IsImage)
        {
            string valid = area == 1 ? "0, a dense area, or channels for an input that is one" : "0, a dense area";
            throw new ParameterException(
                "kernel",
                $"kernel of area {area} is {kernel}, and the {below.Cells} cells that area {area - 1} shows are no "
                + $"image; valid is {valid}.");
        }

        if (kernel > below.Height)
        {
            throw new ParameterException(
                "kernel",
                $"kernel of area {area} is {kernel}, and area {area - 1} shows an image of {below.Height} x "
                + $"{below.Width}; valid is 0, a dense area, or 1 to {below.Height}.");
        }

        int side = below.Height - kernel + 1;
        if (side % pool != 0)
        {
            throw new ParameterException(
                "pool",
                $"pool of area {area} is {pool}, which does not divide the {side} x {side} cells of its filters; "
                + $"valid is one of {string.Join(", ", Enumerable.Range(1, side).Where(one => side % one == 0))}.");
        }

        int perFilter = side / pool * (side / pool);
        return shown % perFilter == 0
            ? new AreaShape(shown / perFilter, side, side)
            : throw new ParameterException(
                "layers",
                $"layers[{area}] is {shown}, and with kernel {kernel} and pool {pool} over {below} each filter of the "
                + $"area shows {perFilter} cells; valid is a multiple of {perFilter}.");
    }
}
