namespace PalActors.Seed.Results;

/// <summary>Says why a folder cannot be used for results.</summary>
public static class FolderProblem
{
    /// <summary>The reason, as a clause that follows the folder's name.</summary>
    public static string Of(Exception exception) => exception is FileNotFoundException or DirectoryNotFoundException
        ? "cannot be written: no folder can be made there" // The system speaks of a file that it could not find.
        : $"cannot be written: {exception.Message.TrimEnd('.')}";
}
