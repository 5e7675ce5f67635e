using Akka.Actor;
using PalActors.Areas.Actors;
using PalActors.Clustering.Links;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Nodes;

/// <content>Sends over links to the clock and to other hosts, and writes snapshots to the shared folder.</content>
public sealed partial class NetworkHost
{
    private string SharedFolder => _host is not { Execution.SharedFolder.Length: > 0 }
        ? ""
        : _ownSharedFolder ?? _host.Execution.SharedFolder;

    // Check the sender too: a piece from elsewhere would take the place of the correct one with the same number.
    private bool IsFrom(int node) => node == LinkPart.Clock
        ? Sender.Equals(_clock)
        : IsPeer(node) && Sender.IsAt(_host!.Hosts[node], Context.System);

    private bool IsPeer(int node) => _host is not null && node != _open.Node && node >= 0 && node < _host.Hosts.Length;

    // Null where there is no such node. Other hosts are ignored until the clock has sent their paths.
    private ControlPort? PortTo(int node)
    {
        if (node == LinkPart.Clock)
            return _toClock;
        if (!_peers.TryGetValue(node, out ControlPort? port) && IsPeer(node))
        {
            IActorRef peer = Context.System.At(ActorPath.Parse(_host!.Hosts[node]));
            port = new ControlPort(
                Context.System, Self, peer, isLocal: false, _open.Network, _open.Generation, _open.Node);
            _peers.Add(node, port);
        }

        return port;
    }

    // Sends a sample to its receiver, on whichever node that is.
    private void Route(AreaSample sample)
    {
        if (_host is null || sample.Receiver < 0 || sample.Receiver >= _host.NodeOfArea.Length)
            return;
        int node = _host.NodeOfArea[sample.Receiver];
        if (node == _open.Node)
            Actor(Endpoint.Of(sample.Receiver)).Tell(sample, Self);
        else
            PortTo(node)?.Send(sample);
    }

    private void WriteShared(StateCaptured captured)
    {
        try
        {
            SnapshotEntry entry = SnapshotStore.Write(
                SharedFolder, _open.Network, _fingerprint, _open.Generation, captured.Snapshot);
            _toClock.Send(
                new SnapshotWritten(_open.Generation, entry.Area, captured.State.Tick, entry.Length, entry.Sha256));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Fail($"the shared folder {SharedFolder} cannot be written on this node: {exception.Message}");
        }
    }
}
