using PalActors.Areas.Toolkit.Stimuli;

namespace PalActors.Seed.Data;

/// <summary>Files of a folder, packed or plain.</summary>
/// <param name="folder">The folder.</param>
public sealed class FolderSource(string folder) : IFileSource
{
    /// <inheritdoc/>
    public string Name => folder;

    /// <inheritdoc/>
    public Task<FetchedStream> OpenAsync(DataFile file, CancellationToken stop)
    {
        string path = MnistFiles.Find(folder, file.Name)
            ?? throw new IOException($"there is neither {file.PackedName} nor {file.Name}");
        try
        {
            FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return Task.FromResult(new FetchedStream(stream, stream.Length));
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException(exception.Message, exception);
        }
    }
}
