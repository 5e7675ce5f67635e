namespace PalActors.Lab.Data;

/// <summary>Tries sources one after the other.</summary>
internal static class FirstSource
{
    /// <summary>Takes a file from the first source that has it.</summary>
    /// <param name="sources">The sources.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="attempt">Takes it; gives the reason of a failure, or null.</param>
    /// <returns>Name of the source.</returns>
    /// <exception cref="InputException">No source has it.</exception>
    public static async Task<string> TakeAsync(
        IReadOnlyList<IFileSource> sources, string name, Func<IFileSource, Task<string?>> attempt)
    {
        List<string> failures = [];
        foreach (IFileSource source in sources)
        {
            if (await FailureAsync(source, attempt).ConfigureAwait(false) is not { } failure)
                return source.Name;
            failures.Add($"{source.Name}: {failure.TrimEnd('.')}");
        }

        throw new InputException(
            $"{name} cannot be fetched from {string.Join("; from ", failures)}; "
            + $"valid is another place, {Setting.DataSource} URL, or a folder that has the files, "
            + $"{Setting.DataSource} DIR.");
    }

    private static async Task<string?> FailureAsync(IFileSource source, Func<IFileSource, Task<string?>> attempt)
    {
        try
        {
            return await attempt(source).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }
}
