using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace PalActors.Clustering.Snapshots;

/// <summary>Waits until the names in a folder are on the disk.</summary>
/// <remarks>
/// .NET opens no folder as a file, so the descriptor comes from libc; the flush is .NET's, which knows the file systems
/// that refuse it and macOS's stronger call. Windows has no such call: NTFS keeps its names in a journal in the order
/// they were made.
/// </remarks>
internal static class FolderFlush
{
    // O_RDONLY, the same everywhere.
    private const int ReadOnly = 0;

    /// <summary>Waits for one folder; on Windows returns at once.</summary>
    /// <exception cref="IOException">The folder cannot be opened, or the disk fails.</exception>
    public static void Flush(string path)
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS())
            return;
        int descriptor = Open(Encoding.UTF8.GetBytes(path + '\0'), ReadOnly);
        if (descriptor < 0)
            throw new IOException($"The folder '{path}' cannot be flushed: {Marshal.GetLastPInvokeErrorMessage()}");
        using SafeFileHandle handle = new(descriptor, ownsHandle: true);
        RandomAccess.FlushToDisk(handle);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open(byte[] path, int flags);
}
