using PalActors.Messages.Control;

namespace PalActors.Clustering.Clock;

/// <content>Handles control messages of hosts and areas.</content>
public sealed partial class NetworkClock
{
    private void Handle(IControlMessage message)
    {
        switch (message)
        {
            case TickReached reached
                when IsOfArea(reached.Generation, reached.Area) && reached.Tick <= _horizons.Granted:
                Reached(reached);
                break;
            case AreaMeasures measures when IsOfArea(measures.Generation, measures.Area) && Closes(measures):
                _setup.Observer.Recorded(_plan.Network, measures);
                TryKeep();
                Finish();
                break;
            case RecordedBlock block when block.Generation == _setup.Generation:
                _setup.Observer.Recorded(block);
                break;
            case StateCaptured captured when IsOfArea(captured.Generation, captured.State.Area):
                Captured(captured);
                break;
            case SnapshotWritten written when IsOfArea(written.Generation, written.Area):
                _pending?.Add(written);
                TryKeep();
                break;
            case AreasHosted hosted when IsSound(hosted):
                Hosted(hosted);
                break;
            case Connected connected when connected.Generation == _setup.Generation:
                if (--_unconnected == 0)
                    Begin();
                break;
            case AreaDiverged diverged when diverged.Generation == _setup.Generation:
                Diverged(diverged.Divergence);
                break;
            case SnapshotUnusable unusable when IsOfArea(unusable.Generation, unusable.Area):
                Unusable(unusable);
                break;
            case AreaFailed failed when failed.Generation == _setup.Generation:
                Fail($"{failed.Name}: {failed.Reason}");
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private bool IsOfArea(int generation, int area) => generation == _setup.Generation && IsArea(area);
}
