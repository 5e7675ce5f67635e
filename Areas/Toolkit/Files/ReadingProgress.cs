namespace PalActors.Areas.Toolkit.Files;

/// <summary>Reports how far large files are read, for whoever shows it.</summary>
/// <remarks>Data sets are read once per process, by whoever needs them first; so are their reports.</remarks>
public static class ReadingProgress
{
    /// <summary>Called with the file, the bytes read and those of the file; the last time with both equal.</summary>
    public static event Action<string, long, long>? Read;

    internal static void Report(string path, long read, long all) => Read?.Invoke(path, read, all);
}
