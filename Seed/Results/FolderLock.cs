namespace PalActors.Seed.Results;

/// <summary>Keeps two processes from writing into one folder.</summary>
/// <remarks>The lock belongs to the open file, so it ends with the process, however that ends.</remarks>
public static class FolderLock
{
    /// <summary>Name of the file, beside those of finished networks.</summary>
    /// <remarks>A file that a killed process left behind locks nothing.</remarks>
    public const string Name = ".lock";

    // Error codes for "another process holds it" of Linux, macOS and Windows.
    private static readonly int[] s_held = [11, 35, unchecked((int)0x80070020)];

    /// <summary>Takes the lock of a folder, which exists.</summary>
    /// <returns>The lock, which its disposal releases.</returns>
    /// <exception cref="InputException">Another run holds it.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static IDisposable Take(string folder)
    {
        string networks = Path.Combine(folder, FinishedNetworks.Folder);
        Directory.CreateDirectory(networks);
        try
        {
            string path = Path.Combine(networks, Name);
            return new FileStream(
                path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException exception) when (s_held.Contains(exception.HResult))
        {
            throw new InputException(
                $"'{folder}' is where another run is writing at this moment; "
                + "valid is another folder, or to wait for its end.");
        }
    }

    /// <summary>Checks whether a run is writing into a folder.</summary>
    /// <param name="folder">A folder that exists.</param>
    public static bool IsHeld(string folder)
    {
        string path = Path.Combine(folder, FinishedNetworks.Folder, Name);
        try
        {
            if (File.Exists(path))
                new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.None, 1).Dispose();
            return false;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (IOException exception) when (s_held.Contains(exception.HResult))
        {
            return true;
        }
    }

    /// <summary>Releases a lock, and removes the folder that it was in if nothing else is there.</summary>
    /// <param name="hold">The lock from <see cref="Take"/>, or null if it was never taken.</param>
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
