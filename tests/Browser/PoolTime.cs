using System.Globalization;

namespace PalActors.Browser;

/// <summary>Processor time of a process's pool of threads, which answers requests and draws pages.</summary>
/// <remarks>Areas compute on threads of their own. Linux only.</remarks>
internal static class PoolTime
{
    // Ticks of the kernel's clock a second, as Linux shows them to programs.
    private const double Clock = 100;

    /// <summary>Share of a core that it takes over some time.</summary>
    /// <param name="process">Number of the process.</param>
    /// <param name="time">How long to look.</param>
    public static async Task<double> ShareAsync(int process, TimeSpan time)
    {
        double before = Seconds(process);
        await Task.Delay(time);
        return (Seconds(process) - before) / time.TotalSeconds;
    }

    // A thread that has ended meanwhile counts no more, so this is a little too small rather than too large.
    private static double Seconds(int process) => Directory
        .GetDirectories(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/task"))
        .Sum(SecondsOf);

    private static double SecondsOf(string thread)
    {
        try
        {
            string name = File.ReadAllText(Path.Combine(thread, "comm"));
            if (!name.StartsWith(".NET TP", StringComparison.Ordinal)
                && !name.StartsWith(".NET Sockets", StringComparison.Ordinal))
            {
                return 0;
            }

            // After the name, which may have blanks: state is the first of these fields, user and system time follow.
            string stat = File.ReadAllText(Path.Combine(thread, "stat"));
            string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (double.Parse(fields[11], CultureInfo.InvariantCulture)
                + double.Parse(fields[12], CultureInfo.InvariantCulture)) / Clock;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
