using System.Diagnostics;
using PalActors.Lab.Results;
using PalActors.Messages.Control;

namespace PalActors.Web.Data;

/// <summary>States of a running network that pages ask for.</summary>
/// <remarks>
/// A page says that it wants one; the clock asks at its next horizon and has all areas send theirs. However many pages
/// want however much, a network is captured at most once in <see cref="s_pause"/>.
/// </remarks>
/// <param name="network">The network.</param>
internal sealed class WatchedStates(NetworkRecord network)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    // Copying more than this every second would slow the run.
    private const long MostWeights = 2_000_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<int, IReadOnlyList<StateBlock>> _areas = [];
    private NetworkSample? _newest;
    private long _tick = -1;
    private long _asked;
    private int _wanted;

    /// <summary>True if the network is small enough to be captured while it runs.</summary>
    public bool IsPossible { get; } = network.Graph.Pathways
        .Sum(pathway => (long)network.Graph.Cells[pathway.From] * network.Graph.Cells[pathway.To]) <= MostWeights;

    /// <summary>The newest one of which all areas are here.</summary>
    public NetworkSample? Newest => Volatile.Read(ref _newest);

    /// <summary>Says that a page wants one.</summary>
    public void Want() => Volatile.Write(ref _wanted, 1);

    /// <summary>Checks whether one is to be captured now.</summary>
    public bool IsDue()
    {
        if (Volatile.Read(ref _wanted) == 0 || !IsPossible)
            return false;
        if (_asked != 0 && Stopwatch.GetElapsedTime(_asked) < s_pause)
            return false;
        _asked = Stopwatch.GetTimestamp();
        Volatile.Write(ref _wanted, 0);
        return true;
    }

    /// <summary>Receives the state of an area.</summary>
    public void Take(AreaState state)
    {
        lock (_lock)
        {
            if (state.Tick != _tick)
                _areas.Clear();
            _tick = state.Tick;
            _areas[state.Area] = state.Blocks;
            if (_areas.Count == network.Graph.WithCells.Count)
            {
                Dictionary<int, IReadOnlyList<StateBlock>> areas = new(_areas);
                Volatile.Write(ref _newest, new NetworkSample(state.Tick, "live", areas));
            }
        }
    }
}
