using System.Collections.Concurrent;
using PalActors.Areas.Toolkit.Files;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Data sets by folder, each read once per process.</summary>
/// <remarks>Images are large, and stimulus, target and all seeds of a process share them.</remarks>
/// <typeparam name="T">Type of the set.</typeparam>
/// <param name="name">Name of the set, for the folder that this machine has by default.</param>
/// <param name="read">Reads the set in a folder.</param>
internal sealed class SharedSets<T>(string name, Func<string, T> read)
{
    private readonly ConcurrentDictionary<string, Lazy<T>> _open = new();

    /// <summary>Opens the set in a folder.</summary>
    /// <param name="folder">The folder, or empty for this machine's own.</param>
    /// <exception cref="DataFileException">A file is missing or cannot be used.</exception>
    public T Open(string folder)
    {
        string path = folder.Length > 0 ? Path.GetFullPath(folder) : DataFolders.Default(name);
        Lazy<T> open = _open.GetOrAdd(path, p => new Lazy<T>(() => read(p)));
        try
        {
            return open.Value;
        }
        catch
        {
            // Drop the failed read: the next one may come after the file was put right.
            _open.TryRemove(KeyValuePair.Create(path, open));
            throw;
        }
    }
}
