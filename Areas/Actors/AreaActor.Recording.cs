using PalActors.Areas.Actors.Recording;
using PalActors.Messages.Control;

namespace PalActors.Areas.Actors;

/// <content>
/// Records at ticks of the schedule, so a tick where nothing is due costs one comparison. Blocks are sent when they are
/// full and before every report of progress. The clock grants the next horizon after both, so no area runs ahead of its
/// recording by more than the horizons already granted.
/// </content>
public sealed partial class AreaActor
{
    private AreaRecorder? _recorder;
    private long _nextRecord = long.MaxValue;

    private void PrepareRecording()
    {
        if (_setup.Recorded is null)
            return;
        _recorder = new AreaRecorder(_setup.Recorded, _setup.Generation, _area);
        _nextRecord = _recorder.Next;
    }

    private void Record()
    {
        bool full = _recorder!.Take();
        _nextRecord = _recorder.Next;
        if (full)
            SendRecords();
    }

    private void SendRecords()
    {
        if (_recorder is null)
            return;
        foreach (RecordedBlock block in _recorder.Flush())
            Host.Tell(block, _self);
    }
}
