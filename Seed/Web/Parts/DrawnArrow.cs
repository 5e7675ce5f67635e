using System.Globalization;

namespace PalActors.Web.Parts;

/// <summary>A bent arrow as paths of a drawing.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Tip">Its tip, filled.</param>
/// <param name="Width">Width of the line.</param>
internal sealed record DrawnArrow(string Line, string Tip, double Width)
{
    /// <summary>Draws one from the rim of a circle to that of another; it bends to its own right.</summary>
    /// <param name="x1">Centre of the first circle, across.</param>
    /// <param name="y1">Centre of the first circle, down.</param>
    /// <param name="gap1">Distance of its beginning from there.</param>
    /// <param name="x2">Centre of the second circle, across.</param>
    /// <param name="y2">Centre of the second circle, down.</param>
    /// <param name="gap2">Distance of its tip from there.</param>
    /// <param name="aside">Distance of its ends from the line of centres.</param>
    /// <param name="bend">How much farther its middle is.</param>
    /// <param name="width">Width of the line.</param>
    public static DrawnArrow Between(
        double x1, double y1, double gap1, double x2, double y2, double gap2, double aside, double bend, double width)
    {
        double length = Math.Max(1, Math.Sqrt(((x2 - x1) * (x2 - x1)) + ((y2 - y1) * (y2 - y1))));
        (double dx, double dy) = ((x2 - x1) / length, (y2 - y1) / length);
        (double nx, double ny) = (-dy, dx);
        (double fromX, double fromY) = (x1 + (dx * gap1) + (nx * aside), y1 + (dy * gap1) + (ny * aside));
        (double toX, double toY) = (x2 - (dx * gap2) + (nx * aside), y2 - (dy * gap2) + (ny * aside));
        (double midX, double midY) = (((fromX + toX) / 2) + (nx * 2 * bend), ((fromY + toY) / 2) + (ny * 2 * bend));
        // The tip points as the curve ends there, and the line stops inside it.
        double end = Math.Max(1, Math.Sqrt(((toX - midX) * (toX - midX)) + ((toY - midY) * (toY - midY))));
        (double tx, double ty) = ((toX - midX) / end, (toY - midY) / end);
        double high = Math.Min(7 + (1.3 * width), length / 3), wide = 3 + (0.85 * width);
        (double baseX, double baseY) = (toX - (tx * high), toY - (ty * high));
        (double endX, double endY) = (baseX + (tx * high * 0.2), baseY + (ty * high * 0.2));
        string line = string.Create(
            CultureInfo.InvariantCulture, $"M{fromX:F1} {fromY:F1}Q{midX:F1} {midY:F1} {endX:F1} {endY:F1}");
        string tip = string.Create(
            CultureInfo.InvariantCulture,
            $"M{toX:F1} {toY:F1}L{baseX - (ty * wide):F1} {baseY + (tx * wide):F1}"
            + $"L{baseX + (ty * wide):F1} {baseY - (tx * wide):F1}Z");
        return new DrawnArrow(line, tip, width);
    }
}
