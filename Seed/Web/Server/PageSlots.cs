namespace PalActors.Web.Server;

/// <summary>Places for pages that stay open: what they ask for is bounded by their number.</summary>
internal sealed class PageSlots
{
    /// <summary>Most pages that are open at a time.</summary>
    public const int Most = 8;

    private int _taken;

    /// <summary>Number of pages that are open.</summary>
    public int Taken => Volatile.Read(ref _taken);

    /// <summary>Takes a place.</summary>
    /// <returns>False if all are taken.</returns>
    public bool TryTake()
    {
        if (Interlocked.Increment(ref _taken) <= Most)
            return true;
        Interlocked.Decrement(ref _taken);
        return false;
    }

    /// <summary>Gives a place back.</summary>
    public void Return() => Interlocked.Decrement(ref _taken);
}
