using PalActors.Clustering.Telemetry;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Nodes;

/// <content>Handles control messages of the clock, of areas and of other hosts.</content>
public sealed partial class NetworkHost
{
    private readonly HostMeter _meter = new();

    private void Handle(IControlMessage message)
    {
        _meter.Take(message);
        switch (message)
        {
            case RestoreArea restore:
                _snapshots[restore.Snapshot.State.Area] = restore.Snapshot;
                break;
            case HostAreas host when _host is null:
                Host(host);
                break;
            case ConnectArea connect:
                Actor(connect.Endpoint).Tell(new Connect(PathOf(Self), connect.Peers), Self);
                break;
            case Horizon or CaptureState:
                if (message is Horizon)
                    StartPace();
                foreach (HostedArea area in _areas)
                    area.Actor.Tell(message, Self);
                break;
            case AreaSample sample:
                Route(sample);
                break;
            case StateCaptured { Purpose: CapturePurpose.Snapshot } captured when SharedFolder.Length > 0:
                WriteShared(captured);
                break;
            case TickReached or StateCaptured or AreaMeasures or RecordedBlock or AreaDiverged or SnapshotUnusable:
                _toClock.Send(message);
                break;
            case Connected connected:
                HasConnected(connected.Endpoint);
                _toClock.Send(connected);
                break;
            default:
                Unhandled(message);
                break;
        }
    }
}
