namespace PalActors.Lab.Data;

/// <summary>Removes what a fetch made of a folder's path and left empty, when it is disposed of.</summary>
/// <param name="folder">The folder.</param>
internal sealed class NewFolders(string folder) : IDisposable
{
    // The lowest first.
    private readonly string[] _new = [.. Missing(folder)];

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (string made in _new.Where(Directory.Exists))
        {
            if (Directory.EnumerateFileSystemEntries(made).Any())
                return;
            Directory.Delete(made);
        }
    }

    private static IEnumerable<string> Missing(string folder)
    {
        string? path = Path.GetFullPath(folder);
        for (; path is not null && !Path.Exists(path); path = Path.GetDirectoryName(path))
            yield return path;
    }
}
