namespace PalActors.Areas.Actors;

/// <summary>Progress of an area, written by the area and read by the watchdog of its node.</summary>
/// <remarks>So neither an area nor a tick needs a timer of its own.</remarks>
public sealed class AreaProgress
{
    private long _awaited;

    /// <summary>Tick whose frames the area waits for; 0 while it waits for none.</summary>
    public long Awaited
    {
        get => Volatile.Read(ref _awaited);
        set => Volatile.Write(ref _awaited, value);
    }
}
