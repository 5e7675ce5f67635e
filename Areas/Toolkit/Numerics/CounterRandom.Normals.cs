using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PalActors.Areas.Toolkit.Numerics;

/// <content>Standard normals.</content>
public static partial class CounterRandom
{
    /// <summary>Fills <paramref name="z"/> with standard normals for the neurons of an area.</summary>
    /// <remarks>
    /// The values are those of the neurons 0 to <paramref name="z"/>.Length - 1, by Box and Muller's transform. Neuron
    /// n takes the block of index 8 floor(n / 16) + n mod 8, with u1 = (b(w0, w1) + 1) / 2^53 in (0, 1], u2 = b(w2, w3)
    /// / 2^53 in [0, 1), and z = sqrt(-2 ln u1) cos(2 pi u2) where floor(n / 8) is even, sqrt(-2 ln u1) sin(2 pi u2)
    /// where it is odd.
    /// The value of a neuron depends neither on the length of the span nor on the width of the hardware's vectors.
    /// </remarks>
    public static void Normals(ulong seed, RandomStream stream, int area, long tick, Span<double> z) =>
        NormalsFrom(seed, stream, area, tick, 0, z);

    /// <summary>Fills <paramref name="z"/> with the normals of some of the neurons, as for all at once.</summary>
    /// <exception cref="ArgumentException">The first neuron does not begin a group of 16.</exception>
    public static void NormalsFrom(
        ulong seed, RandomStream stream, int area, long tick, int first, Span<double> z)
    {
        if (first < 0 || first % BoxMuller.Group != 0)
        {
            throw new ArgumentException(
                $"The first neuron is '{first}'; valid is a multiple of {BoxMuller.Group}.", nameof(first));
        }

        uint purpose = Purpose(stream, area);
        if (Vector512.IsHardwareAccelerated)
            Normals<Vector512<double>, Vector512<ulong>, Lanes512>(seed, purpose, tick, first / 2, z);
        else
            Normals<Vector256<double>, Vector256<ulong>, Lanes256>(seed, purpose, tick, first / 2, z);
    }

    /// <summary>Fills <paramref name="z"/> with the normals of successive ticks, one tick after the other.</summary>
    /// <remarks>
    /// Each tick's are those of the other form. With AVX-512, many ticks at once take three quarters of the time for 30
    /// neurons; with AVX2, whose sixteen registers do not hold four chains, the time is the same.
    /// </remarks>
    /// <exception cref="ArgumentException">The values of a tick are no whole groups of 16.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no tick.</exception>
    public static void Normals(
        ulong seed, RandomStream stream, int area, long firstTick, int ticks, Span<double> z)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ticks, 1);
        if (z.IsEmpty || z.Length % (ticks * BoxMuller.Group) != 0)
            throw new ArgumentException($"{ticks} ticks do not share {z.Length} values in groups of 16.", nameof(z));
        if (Vector512.IsHardwareAccelerated)
        {
            BoxMuller.Fill<Vector512<double>, Vector512<ulong>, Lanes512>(
                seed, Purpose(stream, area), firstTick, ticks, 0, z.Length / ticks / 2, ref z[0]);
        }
        else
        {
            BoxMuller.Fill<Vector256<double>, Vector256<ulong>, Lanes256>(
                seed, Purpose(stream, area), firstTick, ticks, 0, z.Length / ticks / 2, ref z[0]);
        }
    }

    /// <summary>Fills <paramref name="z"/> in the same way with lanes of the caller's choice.</summary>
    /// <typeparam name="TVector">The vector of doubles.</typeparam>
    /// <typeparam name="TBits">The vector of integers.</typeparam>
    /// <typeparam name="TLanes">The lanes.</typeparam>
    public static void Normals<TVector, TBits, TLanes>(
        ulong seed, RandomStream stream, int area, long tick, Span<double> z)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits> =>
        Normals<TVector, TBits, TLanes>(seed, Purpose(stream, area), tick, 0, z);

    // The blocks of the first neuron and up.
    private static void Normals<TVector, TBits, TLanes>(
        ulong seed, uint purpose, long tick, int first, Span<double> z)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        int rest = z.Length % BoxMuller.Group;
        // Leave the last whole group to the rest: a kernel call of its own would cost the rest as much as the group.
        int direct = rest == 0 ? z.Length : Math.Max(0, z.Length - rest - BoxMuller.Group);
        if (direct > 0)
        {
            BoxMuller.Fill<TVector, TBits, TLanes>(
                seed, purpose, tick, 1, first, direct / 2, ref MemoryMarshal.GetReference(z));
        }

        if (rest > 0)
        {
            NormalsTail<TVector, TBits, TLanes>(
                seed, purpose, tick, first + (direct / 2), rest, z[direct..]);
        }
    }

    /// <summary>Fills at most one group and the <paramref name="rest"/> of 1 to 15 values.</summary>
    /// <remarks>Their blocks start at <paramref name="first"/>.</remarks>
    [SkipLocalsInit]
    [MethodImpl(Kernel.Compiled)]
    private static void NormalsTail<TVector, TBits, TLanes>(
        ulong seed, uint purpose, long tick, int first, int rest, Span<double> z)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        // Up to 8 values are all cosines: as many blocks as values, in whole vectors.
        int vectors = (Math.Min(rest, Padding.Lanes) + TLanes.Count - 1) / TLanes.Count;
        int blocks = ((z.Length - rest) / 2) + (vectors * TLanes.Count);
        Span<double> buffer = stackalloc double[2 * BoxMuller.Group];
        BoxMuller.Fill<TVector, TBits, TLanes>(
            seed, purpose, tick, 1, first, blocks, ref MemoryMarshal.GetReference(buffer));
        buffer[..z.Length].CopyTo(z);
    }
}
