namespace PalActors.Lab.Data;

/// <summary>Fetches the files of a data set into a folder.</summary>
/// <remarks>
/// Each file is written beside its place, checked, and only then moved there, so a file in its place is whole and
/// right; an error or a stop leaves nothing else behind. A right file that is there is kept. A wrong one belongs to
/// the user and is only replaced on request.
/// </remarks>
internal sealed class DataFetch(IReadOnlyList<IFileSource> sources, string folder, bool force)
{
    /// <summary>Fetches one file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="progress">Receives the number of bytes so far, and of all if known.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>The name of the source that had it, or null if it was in the folder.</returns>
    /// <exception cref="InputException">No source has it, or something wrong is in its place.</exception>
    public async Task<string?> FetchAsync(DataFile file, Action<long, long?> progress, CancellationToken stop)
    {
        if (await IsThereAsync(file, stop).ConfigureAwait(false))
            return null;
        Prepare(folder);
        return await FirstSource
            .TakeAsync(sources, file.PackedName, source => TryAsync(source, file, progress, stop))
            .ConfigureAwait(false);
    }

    /// <summary>Checks whether a file is there, and right, and is to be kept.</summary>
    /// <exception cref="InputException">Something wrong is in its place.</exception>
    public async Task<bool> IsThereAsync(DataFile file, CancellationToken stop)
    {
        try
        {
            if (force || file.FindIn(folder) is not { } there)
                return false;
            return await file.ProblemAsync(there, stop).ConfigureAwait(false) is not { } problem
                ? true
                : throw new InputException(
                    $"{there}: {problem}; {Setting.ReplaceData} replaces it, "
                    + $"{Setting.DataFolder} takes another place.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unusable(folder, exception);
        }
    }

    /// <summary>Makes sure that a folder exists.</summary>
    /// <exception cref="InputException">It cannot be used.</exception>
    internal static void Prepare(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unusable(folder, exception);
        }
    }

    private static InputException Unusable(string folder, Exception exception) =>
        new($"{folder}: cannot be used: {exception.Message}");

    // Gives the reason of a failure, or null.
    private async Task<string?> TryAsync(
        IFileSource source, DataFile file, Action<long, long?> progress, CancellationToken stop)
    {
        string beside = Path.Combine(folder, $".{file.PackedName}.{Path.GetRandomFileName()}.part");
        try
        {
            bool packed = await FetchedFile.CopyAsync(source, file, beside, progress, stop).ConfigureAwait(false);
            if (await file.ProblemAsync(beside, stop).ConfigureAwait(false) is { } problem)
                return problem;
            File.Move(beside, Path.Combine(folder, packed ? file.PackedName : file.Name), overwrite: true);
            // Of two forms the packed one is read: what is replaced must not outlive a plain file.
            if (!packed)
                File.Delete(Path.Combine(folder, file.PackedName));
            return null;
        }
        finally
        {
            // After the move there is nothing here to delete.
            File.Delete(beside);
        }
    }
}
