using PalActors.Clustering.Reports;

namespace PalActors.Lab.Results;

/// <content>Generation, nodes and snapshots.</content>
public sealed partial class NetworkRecord
{
    private long _lastSnapshot = -1;
    private int _generation;
    private IReadOnlyList<NodeAreas>? _places;

    /// <summary>Nodes with the areas that they host, in the last generation; null for a run in one process.</summary>
    internal IReadOnlyList<NodeAreas>? Places
    {
        get => Volatile.Read(ref _places);
        set => Volatile.Write(ref _places, value);
    }

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
