namespace PalActors.Areas.Actors;

/// <summary>The tick whose frames an area waits for, written by the area and read by the watchdog of its node: no timer per area or tick.</summary>
public sealed class AreaProgress
{
    private long _awaited;

    /// <summary>The awaited tick; 0 while the area waits for no frame.</summary>
    public long Awaited
    {
        get => Volatile.Read(ref _awaited);
        set => Volatile.Write(ref _awaited, value);
    }
}
