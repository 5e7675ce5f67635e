namespace PalActors.Lab.Plots;

/// <summary>Draws if the drawing library is there.</summary>
/// <remarks>It is native code that not every platform has; where it is missing, a run still has its numbers.</remarks>
internal static class DrawingLibrary
{
    /// <summary>Draws, or tells why that is impossible.</summary>
    /// <param name="what">Name of the drawings, in the plural, for the message.</param>
    /// <param name="draw">Draws, and gives the names of the files.</param>
    /// <param name="tell">Receives the reason.</param>
    /// <returns>The files; none if nothing was drawn.</returns>
    public static IReadOnlyList<string> Try(string what, Func<IReadOnlyList<string>> draw, Action<string> tell)
    {
        try
        {
            return draw();
        }
        catch (Exception exception) when (exception is TypeInitializationException or DllNotFoundException)
        {
            string problem = exception.GetBaseException().Message.ReplaceLineEndings(" ");
            tell($"the {what} were not drawn: {problem}");
            return [];
        }
    }
}
