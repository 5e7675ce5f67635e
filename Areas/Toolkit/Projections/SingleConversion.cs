namespace PalActors.Areas.Toolkit.Projections;

/// <summary>Conversion between the cells' doubles and the floats of a matrix in single precision.</summary>
internal static class SingleConversion
{
    /// <summary>Scales, then rounds to nearest.</summary>
    public static void Round(ReadOnlySpan<double> source, double scale, Span<float> target)
    {
        target = target[..source.Length];
        for (int i = 0; i < source.Length; i++)
            target[i] = (float)(scale * source[i]);
    }

    /// <summary>Widens exactly, and adds to the values there if told so.</summary>
    public static void Widen(ReadOnlySpan<float> source, Span<double> target, bool add)
    {
        target = target[..source.Length];
        for (int i = 0; i < source.Length; i++)
            target[i] = add ? target[i] + source[i] : source[i];
    }
}
