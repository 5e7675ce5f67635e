using System.Diagnostics;
using Akka.Actor;

namespace PalActors.Clustering.Runs;

/// <summary>Actor that watches the actors that a run cannot do without.</summary>
/// <remarks>
/// It hears of their end, and asks them from time to time: one that is suspended has not ended and does nothing.
/// Answers are counted by its own looks and not by the time, so that a process that was paused is not taken for one
/// that hangs.
/// </remarks>
/// <param name="interval">Time between two questions.</param>
internal sealed class RunWatch(TimeSpan interval) : UntypedActor, IWithTimers
{
    // With the usual interval two minutes: a clock also waits for a slow disk.
    private const int Unanswered = 24;

    private readonly Dictionary<IActorRef, Watched> _watched = [];
    private readonly Stopwatch _sinceLook = Stopwatch.StartNew();

    /// <summary>Time between two questions in a run.</summary>
    public static TimeSpan UsualInterval { get; } = TimeSpan.FromSeconds(5);

    /// <summary>Command of this node's own run: watch an actor.</summary>
    /// <param name="Actor">The actor.</param>
    /// <param name="Name">Its name in the reason.</param>
    /// <param name="Failed">Receives the reason, once, when it ends or no longer answers; on an actor's thread.</param>
    public sealed record Watch(IActorRef Actor, string Name, Action<string> Failed)
        : INoSerializationVerificationNeeded;

    /// <inheritdoc/>
    public ITimerScheduler Timers { get; set; } = null!;

    /// <inheritdoc/>
    protected override void PreStart() =>
        Timers.StartPeriodicTimer(nameof(Look), Look.Instance, interval);

    /// <inheritdoc/>
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Watch watch:
                _watched[watch.Actor] = new Watched(watch);
                Context.Watch(watch.Actor);
                break;
            case Terminated terminated:
                if (_watched.Remove(terminated.ActorRef, out Watched? ended))
                    ended.Of.Failed($"{ended.Of.Name} ended");
                break;
            case ActorIdentity identity:
                if (_watched.TryGetValue(Sender, out Watched? known) && identity.Subject is not null)
                    known.Asked = 0;
                break;
            // Looks that a pause has held up come one after the other.
            case Look when _sinceLook.Elapsed > interval / 2:
                _sinceLook.Restart();
                Ask();
                break;
            case Look:
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Ask()
    {
        foreach (Watched watched in (Watched[])[.. _watched.Values])
        {
            if (watched.Asked == Unanswered)
            {
                _watched.Remove(watched.Of.Actor);
                Context.Unwatch(watched.Of.Actor);
                watched.Of.Failed($"{watched.Of.Name} no longer answers");
                continue;
            }

            watched.Asked++;
            watched.Of.Actor.Tell(new Identify(watched.Of.Name), Self);
        }
    }

    private sealed class Watched(Watch of)
    {
        public Watch Of { get; } = of;

        public int Asked { get; set; }
    }

    private sealed class Look : INotInfluenceReceiveTimeout, INoSerializationVerificationNeeded
    {
        public static Look Instance { get; } = new();
    }
}
