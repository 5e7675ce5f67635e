using System.Diagnostics;
using Akka.Actor;
using Akka.Configuration;
using PalActors.Clustering.Nodes;
using PalActors.Messages.Frames;

namespace PalActors.Lab.DryRuns;

/// <summary>Time of a frame between two actor systems of this machine, over loopback.</summary>
internal static class FrameProbe
{
    /// <summary>Seconds for a frame where it cannot be measured.</summary>
    public const double Assumed = 100e-6;

    private const int Values = 50;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    private static readonly Config s_configuration = ConfigurationFactory.ParseString("""
        akka.actor.provider = remote
        akka.remote.log-remote-lifecycle-events = off
        akka.remote.dot-netty.tcp { hostname = "127.0.0.1", port = 0 }
        """).WithFallback(ActorSystems.Configuration(1, 1));

    /// <summary>Measures it, in about a second with the start of both.</summary>
    /// <returns>Seconds from the emission on one node to its use on the other.</returns>
    public static double Measure()
    {
        using ActorSystem here = ActorSystem.Create("here", s_configuration);
        using ActorSystem there = ActorSystem.Create("there", s_configuration);
        try
        {
            Props echo = Props.Create(() => new Echo()).WithDispatcher(ActorSystems.Lane(0));
            string path = there.ActorOf(echo, "echo").Path
                .ToStringWithAddress(((ExtendedActorSystem)there).Provider.DefaultAddress);
            IActorRef other = here.ActorSelection(path).ResolveOne(s_patience).GetAwaiter().GetResult();
            TaskCompletionSource<double> roundTrip = new(TaskCreationOptions.RunContinuationsAsynchronously);
            here.ActorOf(Props.Create(() => new Ping(other, roundTrip)).WithDispatcher(ActorSystems.Lane(0)));
            return roundTrip.Task.Wait(s_patience) ? roundTrip.Task.Result / 2 : Assumed;
        }
        catch (ActorNotFoundException)
        {
            return Assumed;
        }
    }

    private sealed class Echo : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message, Self);
    }

    private sealed class Ping(IActorRef other, TaskCompletionSource<double> roundTrip) : UntypedActor
    {
        private const int Least = 100;
        private const int Most = 2000;
        private static readonly TimeSpan s_time = TimeSpan.FromMilliseconds(250);

        private readonly EmissionFrame _frame =
            new(FrameKind.Up, 0, 0, 0, 1, Values, 1, 1) { FirstTick = 1, TickCount = 1 };
        private readonly List<double> _seconds = [];
        private readonly long _begun = Stopwatch.GetTimestamp();
        private long _sent;

        protected override void PreStart() => Send();

        protected override void OnReceive(object message)
        {
            _seconds.Add(Stopwatch.GetElapsedTime(_sent).TotalSeconds);
            if (_seconds.Count < Least || (_seconds.Count < Most && Stopwatch.GetElapsedTime(_begun) < s_time))
            {
                Send();
                return;
            }

            // The first ones come before the code is compiled.
            double[] last = [.. _seconds.Skip(_seconds.Count / 2).Order()];
            roundTrip.TrySetResult(last[last.Length / 4]);
        }

        private void Send()
        {
            _sent = Stopwatch.GetTimestamp();
            other.Tell(_frame, Self);
        }
    }
}
