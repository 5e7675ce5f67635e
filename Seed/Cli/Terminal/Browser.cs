using System.ComponentModel;
using System.Diagnostics;

namespace PalActors.Cli.Terminal;

/// <summary>The user's browser.</summary>
internal static class Browser
{
    /// <summary>Opens an address, if there is a browser to do so.</summary>
    public static void Open(string url)
    {
        try
        {
            string opener = OperatingSystem.IsMacOS() ? "open" : "xdg-open";
            ProcessStartInfo start = OperatingSystem.IsWindows()
                ? new ProcessStartInfo(url) { UseShellExecute = true }
                : new ProcessStartInfo(opener, [url]) { RedirectStandardError = true, RedirectStandardOutput = true };
            Process.Start(start)?.Dispose();
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
        {
            // The address is printed: it opens by hand.
        }
    }
}
