using System.Diagnostics;

namespace PalActors.Lab.DryRuns;

/// <summary>Time in which this process computed: that of the clock, or less where other work held it up.</summary>
/// <remarks>Code is compiled for speed after so much computing, whatever the clock says.</remarks>
internal sealed class OwnTime
{
    // Asking the operating system takes as long as a tick of a small network.
    private static readonly TimeSpan s_betweenQuestions = TimeSpan.FromMilliseconds(5);

    private readonly long _begun = Stopwatch.GetTimestamp();
    private readonly TimeSpan _usedBefore = Environment.CpuUsage.TotalTime;
    private TimeSpan _asked;
    private TimeSpan _spent;

    /// <summary>Time of the clock since this was made.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_begun);

    /// <summary>Time of computing since this was made, as of the last question.</summary>
    /// <param name="elapsed">Time of the clock.</param>
    public TimeSpan Spent(TimeSpan elapsed)
    {
        if (elapsed - _asked < s_betweenQuestions)
            return _spent;
        TimeSpan used = Environment.CpuUsage.TotalTime - _usedBefore;
        (_asked, _spent) = (elapsed, used < elapsed ? used : elapsed);
        return _spent;
    }
}
