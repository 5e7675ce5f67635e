using Akka.Actor;
using PalActors.Areas.Actors;
using PalActors.Clustering.Links;
using PalActors.Clustering.Recovery;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Clock;

/// <content>Opens a host on each node, and links to them.</content>
public sealed partial class NetworkClock
{
    private static readonly TimeSpan s_remindInterval = TimeSpan.FromMilliseconds(100);

    private readonly string[] _hosts;
    private readonly ControlPort?[] _ports;
    private readonly IActorRef?[] _hostActors;
    private int _reminders;

    // Check the sender too: a piece from elsewhere would take the place of the correct one with the same number.
    private bool IsFrom(int node) => node >= 0 && node < _hostActors.Length && Sender.Equals(_hostActors[node]);

    // Checks whether the sender lives on a node, so that it can be the host that was asked for there.
    private bool IsOn(int node) => _setup.Seats[node] is { } seat
        && (seat.IsLocal ? Sender.IsHere() : Sender.Path.Address == seat.Address);

    private ControlPort? PortOf(int node) => node >= 0 && node < _ports.Length ? _ports[node] : null;

    private void OpenHosts()
    {
        for (int node = 0; node < _ports.Length; node++)
        {
            OpenHost open = new(_plan.Run, _plan.Network, _setup.Generation, node, _setup.Lane);
            _setup.Seats[node].Node.Tell(open, Self);
        }
    }

    private void RemindAll()
    {
        foreach (ControlPort? port in _ports)
            port?.Remind();
        // The request to a node that has just joined can be lost, and a host may have ended since the last one.
        if (++_reminders % 10 == 0)
            OpenHosts();
    }

    private void Opened(int node)
    {
        if (node < 0 || node >= _ports.Length || _ports[node] is not null || !IsOn(node))
            return;
        _hostActors[node] = Sender;
        _hosts[node] = Sender.FullPath(Context.System);
        _ports[node] = new ControlPort(
            Context.System, Self, Sender, _setup.Seats[node].IsLocal, _plan.Network, _setup.Generation, LinkPart.Clock);
        if (!_ports.Contains(null))
            HostAll();
    }

    // A host on another node may end because that node gave up on this one, long before the cluster reports it. Only
    // what ends in this process must be a mistake.
    private void Ended(int node)
    {
        if (_released || node < 0 || node >= _hostActors.Length || _hostActors[node] is not { } host || !IsOn(node))
            return;
        if (_setup.Seats[node].IsLocal)
            Fail($"the host {host.Path.Name} on {host.Path.Address}, which ended");
        else
            Lose(new NodeLostException(_setup.Seats[node]) { OnlyHost = true });
    }

    private void Lose(NodeLostException lost)
    {
        Release();
        _setup.Result.TrySetException(lost);
        Context.Stop(Self);
    }

    private sealed class Remind : INotInfluenceReceiveTimeout, INoSerializationVerificationNeeded
    {
        public static Remind Instance { get; } = new();
    }
}
