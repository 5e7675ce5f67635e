using System.Runtime.CompilerServices;

namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>Kernel of <see cref="CounterRandom.Normals(ulong, RandomStream, int, long, Span{double})"/>.</summary>
/// <remarks>
/// <para>Block i of a span yields the values at 2 i - i mod 8 (with the cosine) and 8 further on (with the
/// sine).</para>
/// <para>The kernel makes three passes over the span, each of which leaves its result there for the next. The
/// operations of one block, from the counter to the sine, are a single chain of dependences that fills the processor's
/// whole window; in short loops the chains of successive vectors overlap, which is a third faster even with 16
/// values.</para>
/// </remarks>
internal static partial class BoxMuller
{
    /// <summary>Number of values in a group: 8 cosines and 8 sines.</summary>
    public const int Group = 2 * Padding.Lanes;

    /// <summary>
    /// Rounds up to the smallest multiple of <see cref="Group"/> that is not below <paramref name="count"/>.
    /// </summary>
    public static int RoundUpToGroup(int count) => (count + Group - 1) & -Group;

    /// <summary>Fills a span with the normals of some blocks, tick by tick.</summary>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="purpose">Last word of the counter.</param>
    /// <param name="tick">First tick of the draws.</param>
    /// <param name="ticks">Number of ticks.</param>
    /// <param name="first">First block of each tick.</param>
    /// <param name="blocks">
    /// Number of blocks of each tick, a multiple of the lanes; of 8 if there are several ticks.
    /// </param>
    /// <param name="z">Receives the normals.</param>
    public static void Fill<TVector, TBits, TLanes>(
        ulong seed, uint purpose, long tick, int ticks, int first, int blocks, ref double z)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        Uniforms<TVector, TBits, TLanes>(seed, purpose, tick, ticks, (uint)first, blocks, ref z);
        Radii<TVector, TBits, TLanes>(ticks * blocks, ref z);
        Rotate<TVector, TBits, TLanes>(ticks * blocks, ref z);
    }

    /// <summary>Writes sqrt(-2 ln u1) in place of u1.</summary>
    [MethodImpl(Kernel.Compiled)]
    private static void Radii<TVector, TBits, TLanes>(int blocks, ref double z)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        for (int block = 0; block < blocks; block += TLanes.Count)
        {
            nuint at = Place(block);
            TVector log = PortableMath.LogOfNormal<TVector, TBits, TLanes>(
                TLanes.Load(in z, at), TLanes.Create(PortableMath.ExponentOffset));
            TLanes.Store(TLanes.Sqrt(TLanes.Multiply(log, TLanes.Create(-2.0))), ref z, at);
        }
    }

    /// <summary>Writes the radius times cosine and sine in place of the radius and u2.</summary>
    [MethodImpl(Kernel.Compiled)]
    private static void Rotate<TVector, TBits, TLanes>(int blocks, ref double z)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        for (int block = 0; block < blocks; block += TLanes.Count)
        {
            nuint at = Place(block);
            TVector radius = TLanes.Load(in z, at);
            PortableMath.SinCosTurns<TVector, TBits, TLanes>(
                TLanes.Load(in z, at + Padding.Lanes), out TVector sin, out TVector cos);
            TLanes.Store(TLanes.Multiply(radius, cos), ref z, at);
            TLanes.Store(TLanes.Multiply(radius, sin), ref z, at + Padding.Lanes);
        }
    }

    private static nuint Place(int block) => (nuint)((2 * block) - (block % Padding.Lanes));
}
