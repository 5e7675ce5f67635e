using System.Globalization;
using PalActors.Lab.Results;

namespace PalActors.Web.Data;

/// <summary>What happened in a run, in its order; safe for several threads.</summary>
internal sealed class TimeLine
{
    private const int Most = 1000;

    private readonly Lock _lock = new();
    private readonly List<RunEvent> _events = [];

    // Snapshots since the last other event, and the event that tells of them, by network.
    private readonly Dictionary<NetworkRecord, (int Count, RunEvent Told)> _snapshots = [];

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
            int count = 1;
            if (_snapshots.TryGetValue(network, out (int Count, RunEvent Told) last))
            {
                count += last.Count;
                _events.Remove(last.Told);
            }

            string what = count == 1
                ? "snapshot"
                : string.Create(CultureInfo.InvariantCulture, $"{count} snapshots, the last");
            RunEvent happened = new(
                DateTimeOffset.Now,
                string.Create(
                    CultureInfo.InvariantCulture, $"{Figures.Name(network.Plan)}: {what} of tick {tick:N0}"),
                RunEventKind.Snapshot);
            Append(happened);
            _snapshots[network] = (count, happened);
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
