namespace PalActors.Cli.Terminal;

/// <summary>Lines on the error stream, which begin with the name of the program.</summary>
internal static class ErrorStream
{
    /// <summary>Writes a remark on the input or on a result.</summary>
    public static void WriteNote(this TextWriter error, string text) => error.WriteProblem($"note: {text}");

    /// <summary>A message as a line.</summary>
    public static string Line(string text) => $"palactors: {text}";

    /// <summary>Writes what went wrong, or happened; several threads may do so at once.</summary>
    public static void WriteProblem(this TextWriter error, string text)
    {
        lock (error)
        {
            error.WriteLine(Line(text));
            error.Flush();
        }
    }
}
