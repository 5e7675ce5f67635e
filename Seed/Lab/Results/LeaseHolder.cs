using System.Diagnostics;
using System.Globalization;

namespace PalActors.Lab.Results;

/// <summary>A process that claims a folder, as its file names it.</summary>
/// <param name="Host">Name of its machine.</param>
/// <param name="Space">
/// Identity of the numbers of processes there: a machine since its start, or a container.
/// </param>
/// <param name="Process">Its number.</param>
/// <param name="Started">Its start, in UTC.</param>
/// <param name="Token">Drawn at random for this claim.</param>
internal sealed record LeaseHolder(string Host, string Space, int Process, string Started, string Token)
{
    /// <summary>This process.</summary>
    public static LeaseHolder Own() => new(
        Environment.MachineName, OwnSpace(), Environment.ProcessId, StartOf(Environment.ProcessId) ?? "",
        Guid.NewGuid().ToString("N"));

    /// <summary>Checks whether the process of a file is alive, where that can be known from here.</summary>
    /// <returns>Null if it is of another machine or container, or the file cannot be read.</returns>
    public static bool? IsAlive(string text) =>
        Parse(text) is { } holder && holder.Space == OwnSpace() && holder.Space.Length > 0
            ? StartOf(holder.Process) == holder.Started
            : null;

    /// <summary>Words the process of a file for people.</summary>
    public static string Describe(string? text) => text is not null && Parse(text) is { } holder
        ? string.Create(
            CultureInfo.InvariantCulture, $"process {holder.Process} on {holder.Host}, since {holder.Started}")
        : "another process";

    /// <summary>The content of the file, always of the same length for one process.</summary>
    /// <param name="renewals">Number of renewals so far.</param>
    public string Text(long renewals) => string.Create(
        CultureInfo.InvariantCulture,
        $"host: {Host}\nspace: {Space}\nprocess: {Process}\nstarted: {Started}\ntoken: {Token}\n"
        + $"renewals: {renewals:D12}\n");

    /// <summary>Checks whether a file is of this claim.</summary>
    public bool IsIn(string text) => Parse(text)?.Token == Token;

    private static LeaseHolder? Parse(string text)
    {
        Dictionary<string, string> fields = [];
        foreach (string line in text.Split('\n'))
        {
            if (line.Split(": ", 2) is [string name, string value])
                fields[name] = value;
        }

        return fields.TryGetValue("host", out string? host)
            && fields.TryGetValue("space", out string? space)
            && fields.TryGetValue("process", out string? number)
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int process)
            && fields.TryGetValue("started", out string? started)
            && fields.TryGetValue("token", out string? token)
            ? new LeaseHolder(host, space, process, started, token)
            : null;
    }

    private static string? StartOf(int process)
    {
        try
        {
            using Process found = System.Diagnostics.Process.GetProcessById(process);
            return found.StartTime.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException
            or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    // Containers share the machine's name of the kernel, and may share a host name; their processes have numbers of
    // their own. Elsewhere than on Linux nothing is known.
    private static string OwnSpace()
    {
        try
        {
            string boot = File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();
            return $"{boot} {new FileInfo("/proc/self/ns/pid").LinkTarget}";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
