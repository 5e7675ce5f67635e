using System.Globalization;
using PalActors.Lab.Results;

namespace PalActors.Web.Data;

/// <summary>What happened in a run, in its order; safe for several threads.</summary>
internal sealed class TimeLine
{
    private const int Most = 1000;

    private readonly Lock _lock = new();
    private readonly List<RunEvent> _events = [];

    // Snapshots since the last other event: number of them, and place of their event, by network.
    private readonly Dictionary<NetworkRecord, (int Count, int Place)> _snapshots = [];

    /// <summary>All that is kept, the oldest first.</summary>
    public IReadOnlyList<RunEvent> Events
    {
        get
        {
            lock (_lock)
                return [.. _events];
        }
    }

    /// <summary>Adds something that happened.</summary>
    public void Add(RunEvent happened)
    {
        lock (_lock)
        {
            _snapshots.Clear();
            Append(happened);
        }
    }

    /// <summary>Adds a snapshot that was kept; those of a network between two other events are one event.</summary>
    /// <param name="network">The network.</param>
    /// <param name="tick">The last complete tick that it holds.</param>
    public void AddSnapshot(NetworkRecord network, long tick)
    {
        lock (_lock)
        {
            bool isNext = _snapshots.TryGetValue(network, out (int Count, int Place) last);
            int count = isNext ? last.Count + 1 : 1;
            string what = count == 1 ? "snapshot" : string.Create(CultureInfo.InvariantCulture, $"{count} snapshots, the last");
            RunEvent happened = new(
                DateTimeOffset.Now,
                string.Create(
                    CultureInfo.InvariantCulture, $"{Figures.Name(network.Plan)}: {what} of tick {tick:N0} is kept"),
                RunEventKind.Snapshot);
            if (isNext)
                _events[last.Place] = happened;
            else
                Append(happened);
            _snapshots[network] = (count, isNext ? last.Place : _events.Count - 1);
        }
    }

    private void Append(RunEvent happened)
    {
        if (_events.Count == Most)
        {
            _events.RemoveAt(0);
            _snapshots.Clear();
        }

        _events.Add(happened);
    }
}
