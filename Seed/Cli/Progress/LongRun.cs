namespace PalActors.Cli.Progress;

/// <summary>A word for runs that take long; of a short one nobody wants more than its table.</summary>
internal static class LongRun
{
    private static readonly TimeSpan s_long = TimeSpan.FromMinutes(1);

    /// <summary>Tells something once if a run goes on for more than a minute.</summary>
    public static async Task TellAsync(Task run, Action tell)
    {
        if (await Task.WhenAny(run, Task.Delay(s_long)).ConfigureAwait(false) != run)
            tell();
    }
}
