using PalActors.Messages.Plan;

namespace PalActors.Clustering.Reports;

/// <summary>Status of a run in this process, for whoever asks: safe for several threads.</summary>
public sealed class RunStatus
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, NetworkStatus> _networks = [];
    private RunPhase _phase;
    private IReadOnlyList<string> _nodes = [];

    /// <summary>Phase of the run.</summary>
    public RunPhase Phase
    {
        get
        {
            lock (_lock)
                return _phase;
        }
    }

    /// <summary>Number of area nodes that the run waits for; 0 for a run in one process.</summary>
    public int Wanted { get; private set; }

    /// <summary>Names of the area nodes that are there, spares among them, in the order of their coming.</summary>
    public IReadOnlyList<string> Nodes
    {
        get
        {
            lock (_lock)
                return _nodes;
        }
    }

    /// <summary>Networks that have begun, in their order.</summary>
    public IReadOnlyList<NetworkStatus> Networks
    {
        get
        {
            lock (_lock)
                return [.. _networks.Values];
        }
    }

    /// <summary>Notes that the run waits for nodes.</summary>
    internal void Wait(int wanted)
    {
        Wanted = wanted;
        Enter(RunPhase.Waiting);
    }

    /// <summary>Notes the phase of the run.</summary>
    public void Enter(RunPhase phase)
    {
        lock (_lock)
            _phase = phase;
    }

    /// <summary>Notes the nodes that are there.</summary>
    internal void Gathered(IReadOnlyList<string> nodes)
    {
        lock (_lock)
            _nodes = nodes;
    }

    /// <summary>Notes the generation of a network that goes on from a tick, and where its areas are.</summary>
    internal void Placed(NetworkPlan plan, int generation, long tick, IReadOnlyList<NodeAreas> places)
    {
        lock (_lock)
        {
            _networks[plan.Network] =
                new NetworkStatus(plan.Network, plan.Label, plan.Seed, generation, tick, places);
        }
    }

    /// <summary>Notes the tick that all areas of a network have completed.</summary>
    internal void Progressed(int network, long tick)
    {
        lock (_lock)
        {
            if (_networks.TryGetValue(network, out NetworkStatus? status))
                _networks[network] = status with { Tick = tick };
        }
    }
}
