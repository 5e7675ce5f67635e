using Akka.Actor;
using PalActors.Areas.Actors;
using PalActors.Clustering.Links;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Clock;

/// <content>From nothing to connected areas: open a host on each node, have them restore and make their areas, connect them.</content>
public sealed partial class NetworkClock
{
    private static readonly TimeSpan s_remindInterval = TimeSpan.FromMilliseconds(100);

    private readonly string[] _paths;
    private readonly string[] _hosts;
    private readonly ControlPort?[] _ports;
    private readonly IActorRef?[] _hostActors;
    private string _targetPath = "";
    private int _unhosted;
    private int _unconnected;
    private int _reminders;

    // Whether the sender is the host that a piece names: a stranger's piece would take the place of an honest one with the same number.
    private bool IsFrom(int node) => node >= 0 && node < _hostActors.Length && Sender.Equals(_hostActors[node]);

    // Whether the sender can be the host that was asked for on a node.
    private bool IsOnSeat(int node) => _setup.Seats[node] is { } seat && (seat.IsLocal ? Sender.IsHere() : Sender.Path.Address == seat.Address);

    private ControlPort? PortOf(int node) => node >= 0 && node < _ports.Length ? _ports[node] : null;

    private void OpenHosts()
    {
        for (int node = 0; node < _ports.Length; node++)
        {
            if (_ports[node] is null)
                _setup.Seats[node].Node.Tell(new OpenHost(_plan.Run, _plan.Network, _setup.Generation, node, _setup.Lane), Self);
        }
    }

    private void RemindAll()
    {
        foreach (ControlPort? port in _ports)
            port?.Remind();
        // The word to a node that joined a moment ago can be lost.
        if (++_reminders % 10 == 0)
            OpenHosts();
    }

    private void Opened(int node)
    {
        if (node < 0 || node >= _ports.Length || _ports[node] is not null || !IsOnSeat(node))
            return;
        _hostActors[node] = Sender;
        Context.Watch(Sender);
        _hosts[node] = Sender.FullPath(Context.System);
        _ports[node] = new ControlPort(Context.System, Self, Sender, _setup.Seats[node].IsLocal, _plan.Network, _setup.Generation, LinkPart.Clock);
        if (!_ports.Contains(null))
            HostAll();
    }

    private void HostAll()
    {
        _unhosted = _ports.Length;
        foreach (AreaSnapshot snapshot in _setup.Start)
            _ports[_setup.NodeOfArea[snapshot.State.Area]]!.Send(new RestoreArea(snapshot));
        ExecutionOptions execution = _setup.Execution with { SharedFolder = _setup.Keeper?.SharedFolder ?? "" };
        Broadcast(new HostAreas(_plan, _setup.NodeOfArea, _hosts, _setup.StartTick, execution));
    }

    private void Hosted(AreasHosted hosted)
    {
        for (int i = 0; i < hosted.Areas.Length; i++)
            _paths[hosted.Areas[i]] = hosted.Paths[i];
        if (hosted.TargetPath.Length > 0)
            _targetPath = hosted.TargetPath;
        if (--_unhosted > 0)
            return;

        int top = _plan.Top;
        _unconnected = top + 2;
        int[] order = [.. Enumerable.Range(0, top + 1)];
        if (_setup.ShuffleStart is not null)
        {
            // Networks side by side may share it.
            lock (_setup.ShuffleStart)
                _setup.ShuffleStart.Shuffle(order);
        }

        foreach (int area in order)
            Port(area).Send(new ConnectArea(area, area > 0 ? _paths[area - 1] : "", area < top ? _paths[area + 1] : "", area == top ? _targetPath : ""));
        Port(top).Send(new ConnectArea(-1, "", _paths[top], ""));

        ControlPort Port(int area) => _ports[_setup.NodeOfArea[area]]!;
    }

    private sealed class Remind : INotInfluenceReceiveTimeout, INoSerializationVerificationNeeded
    {
        public static Remind Instance { get; } = new();
    }
}
