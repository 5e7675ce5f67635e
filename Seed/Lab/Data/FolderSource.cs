namespace PalActors.Lab.Data;

/// <summary>Files of a folder, packed or plain.</summary>
/// <param name="folder">The folder.</param>
/// <param name="name">Its name in messages to the user; by default the folder.</param>
internal sealed class FolderSource(string folder, string? name = null) : IFileSource
{
    /// <inheritdoc/>
    public string Name => name ?? folder;

    /// <inheritdoc/>
    public Task<FetchedStream> OpenAsync(DataFile file, CancellationToken stop)
    {
        string path = file.FindIn(folder)
            ?? throw new IOException($"there is neither {file.PackedName} nor {file.Name}");
        return Task.FromResult(Open(path));
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
