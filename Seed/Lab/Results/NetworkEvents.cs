using System.Diagnostics;
using System.Globalization;

namespace PalActors.Lab.Results;

/// <summary>Reports events of a run besides measures, a line each.</summary>
/// <remarks>
/// Such are nodes lost, networks restored and snapshots that failed. People and scripts read the lines.
/// </remarks>
/// <param name="say">Receives a line and what it is about, from several threads, one at a time.</param>
internal sealed class NetworkEvents(Action<string, EventSubject> say)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, (long Since, long Tick)> _lost = [];
    private readonly Dictionary<int, long> _replayed = [];
    private readonly HashSet<int> _placed = [];

    /// <summary>Receives a network and the tick of its snapshot that was kept.</summary>
    public Action<NetworkRecord, long> SnapshotKept { get; init; } = (_, _) => { };

    /// <summary>Reports on which nodes a network's areas are when it starts for the first time.</summary>
    public bool TellsPlacement { get; init; }

    /// <summary>Reports that a node with areas of a network is gone.</summary>
    public void Lost(NetworkRecord network, string node)
    {
        lock (_lock)
        {
            // A second node may go before the network runs again.
            if (!_lost.ContainsKey(network.Plan.Network))
                _lost[network.Plan.Network] = (Stopwatch.GetTimestamp(), network.Tick);
            Say(
                network,
                new EventSubject { Node = node, IsWarning = true, IsLoss = true },
                $"node {node} is gone at about tick {network.Tick}");
        }
    }

    /// <summary>Reports that a network goes on from a tick.</summary>
    public void Restored(NetworkRecord network, int generation, long tick, IReadOnlyList<string> nodes)
    {
        lock (_lock)
        {
            bool isLost = _lost.TryGetValue(network.Plan.Network, out (long Since, long Tick) lost);
            _replayed[network.Plan.Network] = isLost ? lost.Tick - tick : 0;
            bool isFirst = _placed.Add(network.Plan.Network);
            if (isFirst && !TellsPlacement && tick == 0)
                return;
            string places = nodes.Count > 1 || TellsPlacement ? " on " + string.Join("; ", nodes) : "";
            Say(
                network,
                new EventSubject { Generation = generation },
                $"generation {generation} goes on from tick {tick}{places}");
        }
    }

    /// <summary>Reports that a network runs again after a loss.</summary>
    public void Started(NetworkRecord network)
    {
        lock (_lock)
        {
            if (!_lost.Remove(network.Plan.Network, out (long Since, long Tick) lost))
                return;
            long replayed = _replayed[network.Plan.Network];
            double seconds = Stopwatch.GetElapsedTime(lost.Since).TotalSeconds;
            Say(
                network,
                new EventSubject(),
                $"recovered {seconds:F1} s after the loss was noticed; {replayed} ticks to replay");
        }
    }

    /// <summary>Reports a warning about a network's numbers.</summary>
    public void Warned(NetworkRecord network, NetworkWarning warning)
    {
        lock (_lock)
        {
            string? area = warning.Place.Area is { } index ? network.Plan.Graph.Name(index) : null;
            Say(network, new EventSubject { Area = area, IsWarning = true }, $"{warning.Text}");
        }
    }

    /// <summary>Reports that a snapshot could not be kept.</summary>
    public void SnapshotFailed(NetworkRecord network, long tick, string problem)
    {
        string reason = problem.TrimEnd('.');
        lock (_lock)
        {
            Say(
                network,
                new EventSubject { IsWarning = true, IsLoss = true },
                $"the snapshot of tick {tick} could not be kept ({reason}); the run goes on with the one before");
        }
    }

    private void Say(NetworkRecord network, EventSubject subject, FormattableString line)
    {
        string name = Figures.Name(network.Plan);
        say($"{name}: {line.ToString(CultureInfo.InvariantCulture)}", subject with { Network = name });
    }
}
