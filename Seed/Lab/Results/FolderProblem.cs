namespace PalActors.Lab.Results;

/// <summary>Errors about folders and files of results that cannot be used.</summary>
internal static class FolderProblem
{
    /// <summary>Reason why a folder cannot be written, as a clause that follows the folder's name.</summary>
    public static string Of(Exception exception) => exception is FileNotFoundException or DirectoryNotFoundException
        ? "cannot be written: no folder can be made there" // The system's own message names a missing file.
        : $"cannot be written: {exception.Message.TrimEnd('.')}";

    /// <summary>The error for a file of another version of its format.</summary>
    /// <param name="problem">The file and its version, as a sentence.</param>
    public static InputException OtherVersion(string problem) =>
        new($"{problem} Valid is the palactors that wrote it, or to begin anew in another folder.");
}
