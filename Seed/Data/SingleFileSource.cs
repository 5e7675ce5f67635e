namespace PalActors.Seed.Data;

/// <summary>One file of this machine, whatever its name.</summary>
/// <param name="path">The file.</param>
public sealed class SingleFileSource(string path) : IFileSource
{
    /// <inheritdoc/>
    public string Name => path;

    /// <inheritdoc/>
    public Task<FetchedStream> OpenAsync(DataFile file, CancellationToken stop) =>
        Task.FromResult(FolderSource.Open(path));
}
