using PalActors.Clustering.Reports;
using PalActors.Lab.Results;

namespace PalActors.Lab.Runs;

/// <summary>Ends what runs in a folder that another process has taken over.</summary>
internal static class LostClaim
{
    // Time for networks to reach a common tick; nothing is written any more.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(12);

    /// <summary>Waits for a run; stops it if the claim is lost.</summary>
    /// <param name="run">The run.</param>
    /// <param name="claim">The claim to its folder.</param>
    /// <param name="end">Stops the run.</param>
    /// <exception cref="RunFailedException">The claim is lost.</exception>
    public static async Task<T> EndAsync<T>(Task<T> run, FolderClaim claim, CancellationTokenSource end)
    {
        await Task.WhenAny(run, claim.Lost).ConfigureAwait(false);
        if (!claim.Lost.IsCompleted)
            return await run.ConfigureAwait(false);
        await end.CancelAsync().ConfigureAwait(false);
        await Task.WhenAny(run, Task.Delay(s_patience, CancellationToken.None)).ConfigureAwait(false);
        throw new RunFailedException(await claim.Lost.ConfigureAwait(false));
    }

    /// <summary>Tells a listener of the loss at once.</summary>
    public static async Task TellAsync(FolderClaim claim, Action<string> tell) =>
        tell(await claim.Lost.ConfigureAwait(false));
}
