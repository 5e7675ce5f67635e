using System.Diagnostics;
using System.Globalization;
using PalActors.Seed.Progress;

namespace PalActors.Seed.Results;

/// <summary>What becomes of a run besides measures: nodes lost, networks restored, snapshots that failed. A line each for people and scripts.</summary>
/// <param name="say">Takes a line. Called from several threads, one at a time.</param>
public sealed class NetworkEvents(Action<string> say)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, (long Since, long Tick)> _lost = [];
    private readonly Dictionary<int, long> _replayed = [];
    private readonly HashSet<int> _placed = [];

    /// <summary>Whether to say where a network's areas live when it starts for the first time.</summary>
    public bool TellsPlacement { get; init; }

    /// <summary>A node that hosted areas of a network is gone.</summary>
    public void Lost(NetworkRecord network, string node)
    {
        lock (_lock)
        {
            // A second node may go before the network runs again.
            if (!_lost.ContainsKey(network.Plan.Network))
                _lost[network.Plan.Network] = (Stopwatch.GetTimestamp(), network.Tick);
            Say($"{Figures.Name(network.Plan)}: node {node} is gone at about tick {network.Tick}");
        }
    }

    /// <summary>A network goes on from a tick.</summary>
    public void Restored(NetworkRecord network, int generation, long tick, IReadOnlyList<string> nodes)
    {
        lock (_lock)
        {
            long replayed = _lost.TryGetValue(network.Plan.Network, out (long Since, long Tick) lost) ? lost.Tick - tick : 0;
            _replayed[network.Plan.Network] = replayed;
            if (_placed.Add(network.Plan.Network) ? TellsPlacement || tick > 0 : true)
                Say($"{Figures.Name(network.Plan)}: generation {generation} goes on from tick {tick}{(nodes.Count > 1 || TellsPlacement ? " on " + string.Join("; ", nodes) : "")}");
        }
    }

    /// <summary>A network runs.</summary>
    public void Started(NetworkRecord network)
    {
        lock (_lock)
        {
            if (!_lost.Remove(network.Plan.Network, out (long Since, long Tick) lost))
                return;
            long replayed = _replayed[network.Plan.Network];
            Say($"{Figures.Name(network.Plan)}: recovered {Stopwatch.GetElapsedTime(lost.Since).TotalSeconds:F1} s after the loss was noticed; {replayed} ticks to replay");
        }
    }

    /// <summary>Tells a warning about a network's numbers.</summary>
    public void Warned(NetworkRecord network, NetworkWarning warning)
    {
        lock (_lock)
            Say($"{Figures.Name(network.Plan)}: {warning.Text}");
    }

    /// <summary>A snapshot could not be kept.</summary>
    public void SnapshotFailed(NetworkRecord network, long tick, string problem)
    {
        lock (_lock)
            Say($"{Figures.Name(network.Plan)}: the snapshot of tick {tick} could not be kept ({problem.TrimEnd('.')}); the run goes on with the one before");
    }

    private void Say(FormattableString line) => say(line.ToString(CultureInfo.InvariantCulture));
}
