using Akka.Actor;
using PalActors.Clustering.Reports;

namespace PalActors.Clustering.Runs;

/// <summary>Ends a run whose actor system or list of members is gone, instead of leaving it waiting for ever.</summary>
/// <param name="system">Actor system of the seed.</param>
/// <param name="members">Its <see cref="Membership.SeedMembers"/>.</param>
/// <param name="watch">Its <see cref="RunWatch"/>.</param>
internal sealed class SeedWatch(ActorSystem system, IActorRef members, IActorRef watch)
{
    private const string SystemEnded =
        "the seed's actor system ended: the cluster removed this node, or someone else ended it";

    // Time for networks to reach a common tick, where they still can.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(12);

    /// <summary>Runs until the run or one of what is watched ends.</summary>
    /// <param name="run">Runs the networks until they are done or halted.</param>
    /// <param name="stop">Stops the run.</param>
    /// <exception cref="RunFailedException">What is watched ended, or a network failed.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> run, CancellationToken stop)
    {
        TaskCompletionSource<string> failure = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = system.WhenTerminated.ContinueWith(
            _ => failure.TrySetResult(SystemEnded),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        watch.Tell(new RunWatch.Watch(members, "the seed's list of members", Failed));
        using CancellationTokenSource halt = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task<T> all = run(halt.Token);
        if (await Task.WhenAny(all, failure.Task).ConfigureAwait(false) == all)
            return await EndAsync(all, failure.Task).ConfigureAwait(false);
        await halt.CancelAsync().ConfigureAwait(false);
        await Task.WhenAny(all, Task.Delay(s_patience, CancellationToken.None)).ConfigureAwait(false);
        throw new RunFailedException(await failure.Task.ConfigureAwait(false));

        void Failed(string reason) => failure.TrySetResult(reason);
    }

    // An actor system that is about to end makes no actors any more: give that as the reason, not its consequence.
    private static async Task<T> EndAsync<T>(Task<T> all, Task<string> failure)
    {
        try
        {
            return await all.ConfigureAwait(false);
        }
        catch (InvalidOperationException) when (!all.IsCanceled)
        {
            await Task.WhenAny(failure, Task.Delay(s_patience)).ConfigureAwait(false);
            if (failure.IsCompleted)
                throw new RunFailedException(await failure.ConfigureAwait(false));
            throw;
        }
    }
}
