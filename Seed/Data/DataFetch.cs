using PalActors.Areas.Toolkit.Stimuli;

namespace PalActors.Seed.Data;

/// <summary>Fetches the files of a data set into a folder.</summary>
/// <remarks>
/// Each file is written beside its place, checked, and only then moved there, so a file in its place is whole and
/// right; an error or a stop leaves nothing else behind. A right file that is there is kept. A wrong one belongs to
/// the user and is only replaced on request.
/// </remarks>
public sealed class DataFetch(IReadOnlyList<IFileSource> sources, string folder, bool force)
{
    /// <summary>Fetches one file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="progress">Receives the number of bytes so far, and of all if known.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>The name of the source that had it, or null if it was in the folder.</returns>
    /// <exception cref="InputException">No source has it, or something wrong is in its place.</exception>
    public async Task<string?> FetchAsync(DataFile file, Action<long, long?> progress, CancellationToken stop)
    {
        try
        {
            if (!force && MnistFiles.Find(folder, file.Name) is { } there)
            {
                string sum = await Checksum.OfAsync(there, stop).ConfigureAwait(false);
                return sum == file.Md5
                    ? null
                    : throw new InputException(
                        $"{there}: the checksum of what is there is {sum}; valid is {file.Md5}; "
                        + "--force replaces it, --folder takes another place.");
            }

            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{folder}: cannot be used: {exception.Message}");
        }

        List<string> failures = [];
        foreach (IFileSource source in sources)
        {
            if (await TryAsync(source, file, progress, stop).ConfigureAwait(false) is not { } failure)
                return source.Name;
            failures.Add($"{source.Name}: {failure.TrimEnd('.')}");
        }

        throw new InputException(
            $"{file.PackedName} cannot be fetched from {string.Join("; from ", failures)}; "
            + "valid is another place, --from URL, or a folder that has the files, --from DIR.");
    }

    // Gives the reason of a failure, or null.
    private async Task<string?> TryAsync(
        IFileSource source, DataFile file, Action<long, long?> progress, CancellationToken stop)
    {
        string beside = Path.Combine(folder, $".{file.PackedName}.{Path.GetRandomFileName()}.part");
        try
        {
            await FetchedFile.CopyAsync(source, file, beside, progress, stop).ConfigureAwait(false);
            string sum = await Checksum.OfAsync(beside, stop).ConfigureAwait(false);
            if (sum != file.Md5)
                return $"the checksum is {sum}, and valid is {file.Md5}";
            File.Move(beside, Path.Combine(folder, file.PackedName), overwrite: true);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
        finally
        {
            // After the move there is nothing here to delete.
            File.Delete(beside);
        }
    }
}
