namespace PalActors.Lab.Results;

/// <content>Generation and snapshots.</content>
public sealed partial class NetworkRecord
{
    private long _lastSnapshot = -1;
    private int _generation;

    /// <summary>The last generation of its actors, 0 before the first.</summary>
    internal int Generation
    {
        get => Volatile.Read(ref _generation);
        set => Volatile.Write(ref _generation, value);
    }

    /// <summary>Tick of the last snapshot that was kept; -1 before the first.</summary>
    internal long LastSnapshot
    {
        get => Volatile.Read(ref _lastSnapshot);
        set => Volatile.Write(ref _lastSnapshot, value);
    }
}
