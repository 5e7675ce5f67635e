using System.Numerics;
using System.Runtime.CompilerServices;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Tile of a weight gradient: up to five filters by four weights whose sums all stay in registers.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="TElements">Its operations.</typeparam>
/// <typeparam name="TCount">Number of filters, at most five.</typeparam>
internal static class CorrelationTile<T, TVector, TElements, TCount>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TVector : struct
    where TElements : struct, IElements<T, TVector>
    where TCount : struct, IRowCount
{
    /// <summary>Adds up some rows of the area's image over as many logical lanes as a vector has.</summary>
    /// <param name="p">The gradient.</param>
    /// <param name="lane">First logical lane; all references below are at it.</param>
    /// <param name="rows">Number of rows of the image.</param>
    /// <param name="e">Errors of the first filter at the first position.</param>
    /// <param name="r0">Rates that meet it for the first weight.</param>
    /// <param name="r1">Rates for the second weight.</param>
    /// <param name="r2">Rates for the third weight.</param>
    /// <param name="r3">Rates for the fourth weight.</param>
    /// <param name="sums">Sums of the first filter: four vectors.</param>
    /// <param name="sumRow">Elements from filter to filter of the sums.</param>
    /// <param name="goesOn">Whether the sums go on; else they begin with 0.</param>
    [MethodImpl(Kernel.Compiled)]
    public static void Sum(
        in Correlation<T> p, int lane, int rows, ref T e, ref T r0, ref T r1, ref T r2, ref T r3, ref T sums,
        nint sumRow, bool goesOn)
    {
        T zero = T.Zero;
        FiveRows<T, TVector, TElements, Row4<T, TVector, TElements>, TCount>.Begin(
            ref sums, sumRow, ref zero, 0, goesOn, out Row4<T, TVector, TElements> s0,
            out Row4<T, TVector, TElements> s1, out Row4<T, TVector, TElements> s2,
            out Row4<T, TVector, TElements> s3, out Row4<T, TVector, TElements> s4);
        nint eRow = p.Shape.Positions * p.Stride, length = p.Runs.Length;
        for (int y = 0; y < rows; y++)
        {
            nint atE = y * p.Shape.OutputSide * p.Stride, atR = y * p.Shape.Side * p.Stride;
            for (int run = p.Runs.Count; run > 0; run--)
            {
                for (nint at = 0; at < length; at += TElements.Lanes)
                {
                    Row4<T, TVector, TElements> r = Read(ref r0, ref r1, ref r2, ref r3, atR + at);
                    FiveRows<T, TVector, TElements, Row4<T, TVector, TElements>, TCount>.AddVectors(
                        ref Unsafe.Add(ref e, atE + at), eRow, r, ref s0, ref s1, ref s2, ref s3, ref s4);
                }

                if (p.Runs.HasLastSlots)
                {
                    Row4<T, TVector, TElements> r = Row4<T, TVector, TElements>.Multiply(
                        TElements.Load(ref p.Runs.LastSlots[lane], 0),
                        Read(ref r0, ref r1, ref r2, ref r3, atR + length));
                    FiveRows<T, TVector, TElements, Row4<T, TVector, TElements>, TCount>.AddVectors(
                        ref Unsafe.Add(ref e, atE + length), eRow, r, ref s0, ref s1, ref s2, ref s3, ref s4);
                }

                atE += p.Runs.Step;
                atR += p.Runs.Step;
            }
        }

        FiveRows<T, TVector, TElements, Row4<T, TVector, TElements>, TCount>.End(
            ref sums, sumRow, false, zero, zero, s0, s1, s2, s3, s4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Row4<T, TVector, TElements> Read(ref T r0, ref T r1, ref T r2, ref T r3, nint at) => new(
        TElements.Load(ref r0, (nuint)at), TElements.Load(ref r1, (nuint)at), TElements.Load(ref r2, (nuint)at),
        TElements.Load(ref r3, (nuint)at));
}
