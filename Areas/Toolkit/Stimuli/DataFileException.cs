namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>The files of a data set cannot be used. The message is one line: the file, what is wrong, what is valid.</summary>
public sealed class DataFileException(string message) : Exception(message);
