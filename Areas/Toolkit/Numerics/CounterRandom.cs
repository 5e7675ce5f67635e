namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>Random numbers without state: pure functions of (seed, stream, area, index, tick).</summary>
/// <remarks>
/// Every draw is the same on any machine, in any order of events, and again after a restart.
/// A draw takes one block of <see cref="Philox4x32"/>, four words w0 to w3, with
/// <list type="bullet">
/// <item>key: k0 = low half of seed, k1 = high half of seed;</item>
/// <item>counter: c0 = low half of tick, c1 = high half of tick, c2 = index, c3 = stream * 2^24 + area.</item>
/// </list>
/// Two words make 53 random bits, the first word the high ones: b(v, w) = floor((2^32 v + w) / 2^11).
/// <see cref="Uniform"/>, the normals and <see cref="Permutation"/> use the same blocks, so a stream serves one of them
/// only.
/// </remarks>
public static partial class CounterRandom
{
    /// <summary>Upper bound of area numbers, itself excluded: 24 bits of the counter.</summary>
    public const int AreaBound = 1 << 24;

    /// <summary>Computes the block of four words that all other draws are made of.</summary>
    public static (uint W0, uint W1, uint W2, uint W3) Block(
        ulong seed, RandomStream stream, int area, uint index, long tick)
    {
        uint c0 = unchecked((uint)tick);
        uint c1 = unchecked((uint)(tick >> 32));
        uint c3 = Purpose(stream, area);
        Philox4x32.Block(ref c0, ref c1, ref index, ref c3, unchecked((uint)seed), (uint)(seed >> 32));
        return (c0, c1, index, c3);
    }

    /// <summary>Draws a uniform value on [0, 1): b(w0, w1) / 2^53.</summary>
    public static double Uniform(ulong seed, RandomStream stream, int area, uint index, long tick)
    {
        (uint w0, uint w1, _, _) = Block(seed, stream, area, index, tick);
        return ((((ulong)w0 << 32) | w1) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>Computes the last word of the counter.</summary>
    private static uint Purpose(RandomStream stream, int area) =>
        (uint)area < AreaBound
            ? ((uint)stream << 24) | (uint)area
            : throw new ArgumentOutOfRangeException(
                nameof(area), area, $"an area is numbered from 0 to {AreaBound - 1}");
}
