namespace PalActors.Lab.Results;

/// <summary>Keeps two processes from writing into one folder.</summary>
/// <remarks>
/// The lock belongs to the open file, so it ends with the process, however that ends. Where a file system may not know
/// locks, a <see cref="FolderLease"/> comes with it.
/// </remarks>
internal static class FolderLock
{
    /// <summary>Name of the file, beside those of finished networks.</summary>
    /// <remarks>A file that a killed process left behind locks nothing.</remarks>
    public const string Name = ".lock";

    // Error codes for "another process holds it" of Linux, macOS and Windows.
    private static readonly int[] s_held = [11, 35, unchecked((int)0x80070020)];

    /// <summary>Takes the lock of a folder, which exists.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="say">Takes a line for people where it waits for another's claim to be renewed.</param>
    /// <returns>The lock, which its disposal releases.</returns>
    /// <exception cref="InputException">Another run holds it.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static FolderHold Take(string folder, Action<string>? say = null)
    {
        string networks = Path.Combine(folder, FinishedNetworks.Folder);
        Directory.CreateDirectory(networks);
        FileStream? file = null;
        try
        {
            string path = Path.Combine(networks, Name);
            file = new FileStream(
                path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            // A claim that is there counts on any disk: one machine's own may be another's network file system.
            string leased = Path.Combine(networks, FolderLease.Name);
            FolderLease? lease = AreLocksKnown(path) && !File.Exists(leased)
                ? null
                : FolderLease.Take(
                    leased,
                    LeaseTimes.Usual,
                    line => say?.Invoke($"'{folder}' is on a file system without locks: {line}"));
            return new FolderHold(file, lease);
        }
        catch (IOException exception) when (s_held.Contains(exception.HResult))
        {
            throw InUse(folder, "another run");
        }
        catch (LeaseHeldException exception)
        {
            file?.Dispose();
            throw InUse(folder, exception.Holder);
        }
        catch
        {
            file?.Dispose();
            throw;
        }
    }

    /// <summary>Checks whether a run is writing into a folder.</summary>
    /// <param name="folder">A folder that exists.</param>
    public static bool IsHeld(string folder) => IsLocked(folder)
        || FolderLease.MayBeHeld(Path.Combine(folder, FinishedNetworks.Folder, FolderLease.Name));

    /// <summary>Checks whether a run has a folder's lock; false also where the file system knows none.</summary>
    /// <param name="folder">A folder that exists.</param>
    public static bool IsLocked(string folder)
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

    /// <summary>Checks whether a file in a claimed folder belongs to the claim.</summary>
    public static bool IsOwn(string name) => name.StartsWith(Name, StringComparison.Ordinal)
        || name.StartsWith(FolderLease.Name, StringComparison.Ordinal);

    // On a network file system a lock that holds here may not hold on another machine.
    private static bool AreLocksKnown(string locked)
    {
        if (new DriveInfo(Path.GetFullPath(Path.GetDirectoryName(locked)!)).DriveType
            is not (DriveType.Fixed or DriveType.Ram or DriveType.Removable))
        {
            return false;
        }

        try
        {
            new FileStream(locked, FileMode.Open, FileAccess.Write, FileShare.None, 1).Dispose();
            return false;
        }
        catch (IOException exception) when (s_held.Contains(exception.HResult))
        {
            return true;
        }
    }

    private static InputException InUse(string folder, string who) => new(
        $"'{folder}' is where {who} is writing at this moment; valid is another folder, or to wait for its end.");
}
