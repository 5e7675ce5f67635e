namespace PalActors.Areas.Contract.Parameters;

/// <summary>Names the whole numbers around one that is none, so that an error says what would be valid.</summary>
public static class NearestWhole
{
    /// <summary>Texts of the whole numbers below and above, or of the only one that is valid.</summary>
    /// <param name="exact">The number, 0 or more.</param>
    /// <param name="least">Smallest valid whole number.</param>
    /// <param name="text">Text of a whole number.</param>
    public static string Name(double exact, int least, Func<double, string> text)
    {
        double below = Math.Max(least, Math.Floor(exact)), above = Math.Max(least, Math.Ceiling(exact));
        return below == above ? text(below) : $"{text(below)} or {text(above)}";
    }
}
