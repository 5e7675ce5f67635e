namespace PalActors.Areas.Toolkit.Files;

/// <summary>Error in the files of a data set, which cannot be used.</summary>
/// <remarks>The message is one line: the file, what is wrong, what is valid.</remarks>
public sealed class DataFileException(string message) : Exception(message);
