namespace PalActors.Messages.Control;

/// <summary>Purpose of a captured state.</summary>
public enum CapturePurpose : byte
{
    /// <summary>For observers: with the other values of the tick.</summary>
    Observe = 0,

    /// <summary>A snapshot during the run.</summary>
    Snapshot = 1,

    /// <summary>The end of the network.</summary>
    Final = 2,

    /// <summary>For whoever watches the run; nothing waits for it.</summary>
    Watch = 3,
}

/// <summary>Asks an area for its state after a tick.</summary>
/// <remarks>The tick lies beyond every horizon granted so far, or is the area's last complete one.</remarks>
/// <param name="Generation">Generation of the network.</param>
/// <param name="Tick">The tick.</param>
/// <param name="Purpose">Purpose of the captured state.</param>
public sealed record CaptureState(int Generation, long Tick, CapturePurpose Purpose) : IControlMessage;

/// <summary>The state of an area after a tick.</summary>
/// <param name="Generation">Generation of the network.</param>
/// <param name="Snapshot">The state and, unless it is only observed, the delay lines.</param>
/// <param name="Purpose">Purpose of the captured state.</param>
/// <param name="Figures">Traffic over the area's links.</param>
public sealed record StateCaptured(
    int Generation, AreaSnapshot Snapshot, CapturePurpose Purpose, AreaFigures Figures) : IControlMessage
{
    /// <summary>The state.</summary>
    public AreaState State => Snapshot.State;
}
