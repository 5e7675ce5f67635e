using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace PalActors.NetLab;

/// <summary>Frames on their way, and counts of the frames delivered and lost.</summary>
/// <param name="hosts">Number of hosts.</param>
/// <param name="links">The links between them.</param>
internal sealed class Transit(int hosts, Links links)
{
    private readonly PriorityQueue<Travelling, (long Due, long Order)> _queue = new();
    private readonly AddressTable _addresses = new();
    private readonly Lateness _lateness = new();
    private long _passed, _lost;

    /// <summary>Time at which the next frame arrives, ns; <see cref="long.MaxValue"/> if none is on the way.</summary>
    public long NextArrival => _queue.TryPeek(out _, out (long Due, long Order) next) ? next.Due : long.MaxValue;

    /// <summary>Accepts a frame from a host.</summary>
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
    /// <param name="frame">The frame; return it with <see cref="Return"/>.</param>
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

    /// <summary>Releases a frame's buffer after its delivery.</summary>
    public static void Return(Travelling frame) => ArrayPool<byte>.Shared.Return(frame.Bytes);

    /// <summary>Formats one line of counts and lateness.</summary>
    /// <remarks>
    /// It says how many frames passed and were lost, and how much later than intended they arrived, which tells whether
    /// the machine kept up.
    /// </remarks>
    public string Statistics() => $"passed {_passed}, lost {_lost}, {_lateness}";

    /// <summary>A frame on its way.</summary>
    /// <param name="Bytes">A buffer of at least the frame's length.</param>
    /// <param name="Length">Length of the frame, bytes.</param>
    /// <param name="To">The host that it goes to.</param>
    internal sealed record Travelling(byte[] Bytes, int Length, int To);
}
