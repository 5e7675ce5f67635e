using Akka.Actor;
using PalActors.Areas.Actors;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Nodes;

/// <content>Watches over areas and sources, and keeps the pace of a paced network.</content>
public sealed partial class NetworkHost
{
    private static readonly TimeSpan s_watchInterval = TimeSpan.FromMilliseconds(20);

    private Pace? _pace;
    private Timer? _paceTimer;

    private void HasConnected(Endpoint endpoint)
    {
        if (endpoint.Kind == EndpointKind.Area && _areas.Find(hosted => hosted.Index == endpoint.Area) is { } area)
            area.IsConnected = true;
        else if (_sources.Find(hosted => hosted.Endpoint == endpoint) is { } source)
            source.IsConnected = true;
    }

    private void WatchAreas()
    {
        foreach (HostedArea area in _areas)
        {
            long awaited = area.Progress.Awaited;
            if ((awaited != 0 && awaited == area.LastAwaited) || IsLate(area.IsConnected, ref area.Looks))
                area.Actor.Tell(FramesStalled.Instance, Self);
            area.LastAwaited = awaited;
        }

        foreach (HostedSource source in _sources)
        {
            if (IsLate(source.IsConnected, ref source.Looks))
                source.Actor.Tell(FramesStalled.Instance, Self);
        }
    }

    // Greetings cross the network; repeating them every 20 ms would only pile up more.
    private static bool IsLate(bool isConnected, ref int looks) => !isConnected && ++looks % 25 == 0;

    // The wall clock starts with the first horizon: then all areas are connected.
    private void StartPace()
    {
        if (_pace is null || _paceTimer is not null)
            return;
        _pace.Start();
        IActorRef self = Self;
        _paceTimer = new Timer(_ => self.Tell(PaceTick.Instance, self), null, Pace.Interval, Pace.Interval);
    }

    private void KeepPace()
    {
        TicksDue due = new(_pace!.Due);
        foreach (HostedArea area in _areas)
            area.Actor.Tell(due, Self);
    }

    private sealed class PaceTick : INotInfluenceReceiveTimeout, INoSerializationVerificationNeeded
    {
        public static PaceTick Instance { get; } = new();
    }

    private sealed class Watch : INotInfluenceReceiveTimeout, INoSerializationVerificationNeeded
    {
        public static Watch Instance { get; } = new();
    }
}
