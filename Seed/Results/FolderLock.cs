namespace PalActors.Seed.Results;

/// <summary>
/// Keeps a second process out of the folder of a run: whoever goes on there replaces metrics.csv, which would take it from under the first. The lock ends with the process, however that ends; a file that
/// a kill leaves behind holds nobody up.
/// </summary>
public static class FolderLock
{
    /// <summary>The file that is locked while a run goes on.</summary>
    public const string Name = "run.lock";

    /// <summary>Takes the folder until the result is disposed.</summary>
    /// <exception cref="InputException">A run is going on there.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static IDisposable Take(string folder)
    {
        string path = Path.Combine(folder, Name);
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException exception) when (exception.GetType() == typeof(IOException) && File.Exists(path))
        {
            throw new InputException($"--out is '{folder}', where a run is going on; valid is another folder, or this one when that run has ended.");
        }
    }
}
