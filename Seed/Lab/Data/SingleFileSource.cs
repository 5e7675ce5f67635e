namespace PalActors.Lab.Data;

/// <summary>One file of this machine, whatever its name.</summary>
/// <param name="path">The file.</param>
internal sealed class SingleFileSource(string path) : IFileSource
{
    /// <inheritdoc/>
    public string Name => path;

    /// <inheritdoc/>
    public Task<FetchedStream> OpenAsync(DataFile file, CancellationToken stop) =>
        Task.FromResult(FolderSource.Open(path));
}
