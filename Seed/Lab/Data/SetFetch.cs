namespace PalActors.Lab.Data;

/// <summary>Fetches a data set: its files one by one, or the archive that has them and then the files.</summary>
/// <param name="set">The data set.</param>
/// <param name="folder">Folder that the files will be in.</param>
/// <param name="force">Whether to replace what is there.</param>
internal sealed class SetFetch(FileDataSet set, string folder, bool force)
{
    /// <summary>Fetches the set.</summary>
    /// <param name="run">Runs the steps one after the other, and shows their progress.</param>
    /// <param name="sources">Sources, tried in this order.</param>
    /// <param name="haveFiles">Whether the sources have the files themselves.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="InputException">A file cannot be fetched, or something wrong is in its place.</exception>
    public async Task RunAsync(
        Func<IReadOnlyList<FetchStep>, Task> run,
        IReadOnlyList<IFileSource> sources,
        bool haveFiles,
        CancellationToken stop)
    {
        using NewFolders folders = new(folder);
        DataFetch plain = new(sources, folder, force);
        if (set.Archive is null || haveFiles || await AreThereAsync(plain, stop).ConfigureAwait(false))
        {
            await run(Steps(plain)).ConfigureAwait(false);
            return;
        }

        using ArchiveFetch archive = new(set.Archive, set.Files, sources, folder);
        FetchStep first = new(
            set.Archive.PackedName,
            async (progress, token) => await archive.FetchAsync(progress, token).ConfigureAwait(false));
        DataFetch unpacked = new([archive.Unpacked], folder, force);
        await run([first, .. Steps(unpacked)]).ConfigureAwait(false);
    }

    private async Task<bool> AreThereAsync(DataFetch fetch, CancellationToken stop)
    {
        bool all = true;
        // All of them: a wrong file is told of before anything large is fetched.
        foreach (DataFile file in set.Files)
            all &= await fetch.IsThereAsync(file, stop).ConfigureAwait(false);
        return all;
    }

    private IReadOnlyList<FetchStep> Steps(DataFetch fetch) =>
    [
        .. set.Files.Select(file => new FetchStep(
            file.Name, (progress, stop) => fetch.FetchAsync(file, progress, stop))),
    ];
}
