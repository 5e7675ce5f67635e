using PalActors.Clustering.Snapshots;

namespace PalActors.Lab.Results;

/// <summary>A folder for results that this process has made, or taken over, and locked.</summary>
internal sealed class FolderClaim : IDisposable
{
    private readonly FolderHold _hold;
    private readonly string _lost;

    private FolderClaim(string path, FolderHold hold)
    {
        (Path, _hold) = (path, hold);
        _lost = $"another run has taken '{path}' over while this process was suspended";
        Files = new ClaimedFiles(hold, _lost);
        Lost = LostAsync();
    }

    /// <summary>The folder as the user named it.</summary>
    public string Path { get; }

    /// <summary>Files in it that get their names only while the claim holds.</summary>
    public DurableFile Files { get; }

    /// <summary>Completes, with words for people, once another process has taken the folder over.</summary>
    public Task<string> Lost { get; }

    /// <summary>Claims a folder; what is in it is for the caller to look at.</summary>
    /// <param name="path">The folder; if it is made, and cannot be written, it is removed again.</param>
    /// <param name="say">Takes a line for people where it waits for another's claim to be renewed.</param>
    /// <param name="take">Takes over what it holds, or begins.</param>
    /// <returns>Whatever <paramref name="take"/> returns, which has the claim.</returns>
    /// <exception cref="InputException">
    /// It cannot be made or written, another process writes there, or <paramref name="take"/> refuses it.
    /// </exception>
    public static T Take<T>(string path, Action<string> say, Func<FolderClaim, T> take)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new InputException($"{Setting.Folder} is empty; valid is a folder that can be written.");
        string? made = FirstMissing(path);
        FolderClaim? claim = null;
        try
        {
            DurableFile.Default.CreateFolder(path);
            claim = new FolderClaim(path, FolderLock.Take(path, say));
            StopRequest.Remove(path);
            return take(claim);
        }
        catch (InputException)
        {
            claim?.Dispose();
            throw;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException
            or NotSupportedException)
        {
            Discard(claim, made);
            throw new InputException(
                $"{Setting.Folder} is '{path}', which {FolderProblem.Of(exception)}; "
                + $"valid is a folder that can be written.");
        }
    }

    /// <summary>The path of a file in the folder.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Checks whether the folder has a file of this name.</summary>
    public bool Has(string name) => System.IO.File.Exists(File(name));

    /// <summary>Finds the first of some files or folders that it holds.</summary>
    public string? FirstHeld(IEnumerable<string> names) =>
        names.FirstOrDefault(name => System.IO.Path.Exists(File(name)));

    /// <summary>The error for a folder that holds something else.</summary>
    public InputException Holds(string what) =>
        new($"{Setting.Folder} is '{Path}', which already holds {what}; valid is a new or empty folder.");

    /// <summary>Releases the folder for other processes.</summary>
    public void Dispose() => FolderLock.Release(_hold, Path);

    private async Task<string> LostAsync()
    {
        await _hold.Lost.ConfigureAwait(false);
        return _lost;
    }

    // The topmost folder that does not exist yet, which a failed claim removes.
    private static string? FirstMissing(string path)
    {
        string? missing = null;
        try
        {
            string? folder = System.IO.Path.GetFullPath(path);
            while (folder is not null && !System.IO.Path.Exists(folder))
            {
                missing = folder;
                folder = System.IO.Path.GetDirectoryName(folder);
            }
        }
        catch (ArgumentException)
        {
            // It is no path; the attempt to make the folder gives the error.
        }

        return missing;
    }

    private static void Discard(FolderClaim? claim, string? made)
    {
        try
        {
            claim?.Dispose();
            if (made is not null && Directory.Exists(made))
                Directory.Delete(made, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A place that cannot be written may refuse removal too; the user gets the first error.
        }
    }
}
