using PalActors.Messages.Control;

namespace PalActors.Clustering.Telemetry;

/// <summary>Adds the traffic of the areas that a host has, as they report it, to that of the process.</summary>
/// <remarks>An area's figures count from the start of its generation; the process's go on over all of them.</remarks>
internal sealed class HostMeter
{
    private static readonly KeyValuePair<string, object?> s_local = new("palactors.origin", "local");
    private static readonly KeyValuePair<string, object?> s_remote = new("palactors.origin", "remote");

    private readonly Dictionary<int, AreaFigures> _last = [];
    private double _waited;

    /// <summary>Takes what an area reports of itself.</summary>
    public void Take(IControlMessage message)
    {
        switch (message)
        {
            case TickReached reached:
                Add(reached.Area, reached.Figures);
                break;
            case StateCaptured captured:
                Add(captured.State.Area, captured.Figures);
                break;
        }
    }

    private void Add(int area, AreaFigures now)
    {
        AreaFigures before = _last.GetValueOrDefault(area, AreaFigures.None);
        _last[area] = now;
        long remote = now.WireFrames - before.WireFrames;
        Instruments.Frames.Add(now.Frames - before.Frames - remote, s_local);
        Instruments.Frames.Add(remote, s_remote);
        Instruments.FrameBytes.Add(now.WireBytes - before.WireBytes);
        Instruments.Requests.Add(now.Requests - before.Requests);
        // The areas of a host share a thread. It is NaN where that is not measured.
        if (now.Waited > _waited)
        {
            Instruments.Waiting.Add(now.Waited - _waited);
            _waited = now.Waited;
        }
    }
}
