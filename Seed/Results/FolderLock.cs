namespace PalActors.Seed.Results;

/// <summary>Keeps two processes from writing into one folder. The lock belongs to the open file, so it goes with the process, however that ends.</summary>
public static class FolderLock
{
    /// <summary>Name of the file, beside the notes of finished networks. One that a kill leaves behind holds nobody up.</summary>
    public const string Name = ".lock";

    // The system's words for "another process holds it": Linux, macOS, Windows.
    private static readonly int[] s_held = [11, 35, unchecked((int)0x80070020)];

    /// <summary>Takes the lock of a folder, which exists.</summary>
    /// <returns>What gives it back.</returns>
    /// <exception cref="InputException">Another run holds it.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static IDisposable Take(string folder)
    {
        string networks = Path.Combine(folder, FinishedNetworks.Folder);
        Directory.CreateDirectory(networks);
        try
        {
            return new FileStream(Path.Combine(networks, Name), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException exception) when (s_held.Contains(exception.HResult))
        {
            throw new InputException(
                $"'{folder}' is where another run is writing at this moment; "
                + "valid is another folder, or to wait for its end.");
        }
    }

    /// <summary>Gives a lock back; the folder in which it lay goes if nothing else is there.</summary>
    /// <param name="hold">What <see cref="Take"/> gave, or null if it was never taken.</param>
    /// <param name="folder">The locked folder.</param>
    public static void Release(IDisposable? hold, string folder)
    {
        if (hold is null)
            return;
        hold.Dispose();
        string networks = Path.Combine(folder, FinishedNetworks.Folder);
        if (Directory.Exists(networks) && !Directory.EnumerateFileSystemEntries(networks).Any())
            Directory.Delete(networks);
    }
}
