using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace PalActors.NetLab;

/// <summary>The frames on their way, and the counts of what became of all others.</summary>
/// <param name="hosts">Number of hosts.</param>
/// <param name="links">The links between them.</param>
internal sealed class Transit(int hosts, Links links)
{
    private readonly PriorityQueue<Travelling, (long Due, long Order)> _queue = new();
    private readonly AddressTable _addresses = new();
    private readonly Lateness _lateness = new();
    private long _passed, _lost;

    /// <summary>When the next frame arrives, ns; <see cref="long.MaxValue"/> if none is on the way.</summary>
    public long NextArrival => _queue.TryPeek(out _, out (long Due, long Order) next) ? next.Due : long.MaxValue;

    /// <summary>A frame enters.</summary>
    /// <param name="frame">The frame; it is copied.</param>
    /// <param name="from">The host that sends it.</param>
    /// <param name="now">The time, ns.</param>
    public void Enter(ReadOnlySpan<byte> frame, int from, long now)
    {
        if (frame.Length < AddressTable.HeaderLength)
            return;
        int receiver = _addresses.Route(frame, from);
        for (int to = 0; to < hosts; to++)
        {
            if (to == from || (receiver >= 0 && receiver != to))
                continue;
            if (links[from, to].Arrival(now) is not { } due)
            {
                _lost++;
                continue;
            }

            byte[] copy = ArrayPool<byte>.Shared.Rent(frame.Length);
            frame.CopyTo(copy);
            // Frames that arrive at the same moment leave in the order in which they came.
            _queue.Enqueue(new Travelling(copy, frame.Length, to), (due, _passed++));
        }
    }

    /// <summary>Takes the next frame that has arrived.</summary>
    /// <param name="now">The time, ns.</param>
    /// <param name="frame">The frame; to be given back by <see cref="Return"/>.</param>
    public bool TryLeave(long now, [NotNullWhen(true)] out Travelling? frame)
    {
        if (NextArrival > now)
        {
            frame = null;
            return false;
        }

        _lateness.Add(now - NextArrival);
        frame = _queue.Dequeue();
        return true;
    }

    /// <summary>Gives a frame's bytes back once they are delivered.</summary>
    public static void Return(Travelling frame) => ArrayPool<byte>.Shared.Return(frame.Bytes);

    /// <summary>One line: what passed, what was lost, and how much later than meant frames arrived, which tells whether the machine kept up.</summary>
    public string Statistics() => $"passed {_passed}, lost {_lost}, {_lateness}";

    /// <summary>A frame on its way.</summary>
    /// <param name="Bytes">A buffer of at least its length.</param>
    /// <param name="Length">Its length, bytes.</param>
    /// <param name="To">The host that it goes to.</param>
    internal sealed record Travelling(byte[] Bytes, int Length, int To);
}
