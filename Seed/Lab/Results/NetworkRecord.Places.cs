namespace PalActors.Lab.Results;

/// <content>Generation, nodes and snapshots.</content>
public sealed partial class NetworkRecord
{
    private long _lastSnapshot = -1;
    private int _generation;
    private IReadOnlyList<string> _places = [];

    /// <summary>The last generation of its actors, 0 before the first.</summary>
    internal int Generation => Volatile.Read(ref _generation);

    /// <summary>Names of the nodes of that generation, with the areas that live there.</summary>
    internal IReadOnlyList<string> Places => Volatile.Read(ref _places);

    /// <summary>Tick of the last snapshot that was kept; -1 before the first.</summary>
    internal long LastSnapshot
    {
        get => Volatile.Read(ref _lastSnapshot);
        set => Volatile.Write(ref _lastSnapshot, value);
    }

    /// <summary>Records that a generation of its actors begins.</summary>
    /// <param name="generation">Its number.</param>
    /// <param name="places">Names of its nodes, with the areas that live there.</param>
    internal void Place(int generation, IReadOnlyList<string> places)
    {
        Volatile.Write(ref _places, places);
        Volatile.Write(ref _generation, generation);
    }
}
