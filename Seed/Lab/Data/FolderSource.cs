namespace PalActors.Lab.Data;

/// <summary>Files of a folder, packed or plain.</summary>
/// <param name="folder">The folder.</param>
/// <param name="name">Its name in messages to the user; by default the folder.</param>
internal sealed class FolderSource(string folder, string? name = null) : IFileSource
{
    /// <inheritdoc/>
    public string Name => name ?? folder;

    /// <summary>Files of the archive that it may have in place of them; none without an archive.</summary>
    public IReadOnlyList<DataFile> Packed { get; init; } = [];

    /// <inheritdoc/>
    public Task<FetchedStream> OpenAsync(DataFile file, CancellationToken stop)
    {
        string path = file.FindIn(folder)
            ?? throw new IOException($"there is neither {file.PackedName} nor {file.Name}{Instead(file)}");
        return Task.FromResult(Open(path));
    }

    // Of an archive all files will do, and a part of them will not.
    private string Instead(DataFile file)
    {
        if (Packed.Count == 0 || Packed.Contains(file))
            return "";
        string[] there = [.. Packed.Where(one => one.FindIn(folder) is not null).Select(one => one.Name)];
        string missing = string.Join(", ", Packed.Select(one => one.Name).Except(there));
        return there.Length == 0
            ? $", nor {missing} in its place"
            : $", and in its place {string.Join(", ", there)} without {missing}";
    }

    /// <summary>Opens a file of this machine.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    internal static FetchedStream Open(string path)
    {
        try
        {
            FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return new FetchedStream(stream, stream.Length);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException(exception.Message, exception);
        }
    }
}
