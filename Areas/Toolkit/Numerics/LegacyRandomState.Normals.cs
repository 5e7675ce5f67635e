using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PalActors.Areas.Toolkit.Numerics;

/// <content>Many normals at once.</content>
public sealed partial class LegacyRandomState
{
    // Words and rejections come one by one, as the stream demands; logarithms, roots and quotients come in vectors.
    private const int Batch = 64;

    private readonly double[] _squares = new double[Batch];
    private readonly double[] _first = new double[Batch];
    private readonly double[] _second = new double[Batch];

    /// <summary>Fills <paramref name="z"/> with the same bits as that many calls of <see cref="Normal()"/>.</summary>
    public void Normals(Span<double> z)
    {
        if (z.IsEmpty)
            return;
        if (_cachedNormal is { } cached)
        {
            z[0] = cached;
            z = z[1..];
            _cachedNormal = null;
        }

        while (z.Length > 1)
        {
            int pairs = Math.Min(z.Length / 2, Batch);
            Points(pairs);
            if (Vector512.IsHardwareAccelerated)
                Scale<Vector512<double>, Vector512<ulong>, Lanes512>(pairs);
            else
                Scale<Vector256<double>, Vector256<ulong>, Lanes256>(pairs);
            for (int i = 0; i < pairs; i++)
            {
                z[2 * i] = _second[i];
                z[(2 * i) + 1] = _first[i];
            }

            z = z[(2 * pairs)..];
        }

        if (!z.IsEmpty)
            z[0] = Normal();
    }

    // Draws points of the unit circle, the centre excluded.
    private void Points(int pairs)
    {
        for (int i = 0; i < pairs; i++)
        {
            double x1, x2, square;
            do
            {
                x1 = (2.0 * RandomDouble()) - 1.0;
                x2 = (2.0 * RandomDouble()) - 1.0;
                square = (x1 * x1) + (x2 * x2);
            }
            while (square is >= 1.0 or 0.0);
            (_first[i], _second[i], _squares[i]) = (x1, x2, square);
        }

        // Fill up the last vector with values inside the domain of the logarithm.
        for (int i = pairs; i % Padding.Lanes != 0; i++)
            _squares[i] = 0.5;
    }

    [MethodImpl(Kernel.Compiled)]
    private void Scale<TVector, TBits, TLanes>(int pairs)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        ref double squares = ref MemoryMarshal.GetArrayDataReference(_squares);
        ref double first = ref MemoryMarshal.GetArrayDataReference(_first);
        ref double second = ref MemoryMarshal.GetArrayDataReference(_second);
        TVector minusTwo = TLanes.Create(-2.0);
        for (nuint i = 0; i < (nuint)pairs; i += (nuint)TLanes.Count)
        {
            TVector square = TLanes.Load(in squares, i);
            TVector log = PortableMath.Log<TVector, TBits, TLanes>(square);
            TVector factor = TLanes.Sqrt(TLanes.Divide(TLanes.Multiply(minusTwo, log), square));
            TLanes.Store(TLanes.Multiply(factor, TLanes.Load(in first, i)), ref first, i);
            TLanes.Store(TLanes.Multiply(factor, TLanes.Load(in second, i)), ref second, i);
        }
    }
}
