using PalActors.Clustering.Reports;
using PalActors.Lab.Results;
using PalActors.Lab.Runs;
using PalActors.Messages.Control;

namespace PalActors.Web.Data;

/// <summary>A run of this process: its networks as the clock hears of them.</summary>
/// <param name="start">What it is.</param>
/// <param name="networks">Its networks.</param>
/// <param name="stored">States that its folder keeps, of networks that no longer run.</param>
/// <param name="timeLine">What happens in it.</param>
internal sealed class LiveRun(
    RunStart start, IReadOnlyList<NetworkRecord> networks, StoredSamples stored, TimeLine timeLine)
    : ViewedRun(start.Folder, start.Experiment)
{
    private readonly RateMeter[] _rates = [.. networks.Select(network => new RateMeter(network))];
    private readonly WatchedStates[] _states = [.. networks.Select(network => new WatchedStates(network))];
    private volatile bool _hasEnded;

    /// <inheritdoc/>
    public override IReadOnlyList<NetworkRecord> Networks => networks;

    /// <inheritdoc/>
    public override bool IsGoingOn => !_hasEnded;

    /// <inheritdoc/>
    public override IReadOnlyList<RunEvent> Events => timeLine.Events;

    /// <inheritdoc/>
    public override IReadOnlyList<NodeAreas> Places(NetworkRecord network)
    {
        if (start.Status.Wanted == 0)
            return [];
        IReadOnlyList<NodeAreas> used =
            start.Status.Networks.FirstOrDefault(one => one.Network == network.Plan.Network)?.Places ?? [];
        IEnumerable<string> idle = start.Status.Nodes.Except(used.Select(place => place.Node));
        return [.. used, .. idle.Select(node => new NodeAreas(node, []))];
    }

    /// <summary>Says that all its files are written.</summary>
    public void End() => _hasEnded = true;

    /// <summary>Says whether a page wants to see the state of a network; the clock asks at each horizon.</summary>
    public bool WantsState(int network) => _states[network].IsDue();

    /// <summary>Receives the state of an area that was wanted.</summary>
    public void Take(int network, AreaState state) => _states[network].Take(state);

    /// <inheritdoc/>
    public override void Refresh()
    {
        foreach (RateMeter rate in _rates)
            rate.Sample();
    }

    /// <inheritdoc/>
    public override double TicksPerSecond(NetworkRecord network) => _rates[IndexOf(network)].TicksPerSecond;

    /// <inheritdoc/>
    public override RateMeter? Traffic(NetworkRecord network) => _rates[IndexOf(network)];

    /// <inheritdoc/>
    public override NetworkSample? Sample(NetworkRecord network)
    {
        WatchedStates states = _states[IndexOf(network)];
        states.Want();
        return network.Outcome is null && states.IsPossible
            ? states.Newest
            : stored.Newest(network.Plan) ?? states.Newest;
    }

    private static int IndexOf(NetworkRecord network) => network.Plan.Network;
}
