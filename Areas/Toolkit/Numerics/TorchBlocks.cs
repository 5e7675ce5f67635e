using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>Normals of torch's contiguous arrays, made of uniform floats in blocks of 16.</summary>
/// <remarks>
/// In a block, x_j and x_(j+8) become R cos A and R sin A with R = sqrt(-2 ln(1 - x_j)) and A = 2 pi x_(j+8), in
/// floats. The logarithm, sine and cosine are those of the Cephes library (S. Moshier) in the sequence of operations
/// that torch has on processors with AVX2 and FMA3, so the normals are torch's to the bit, and the same everywhere.
/// </remarks>
internal static class TorchBlocks
{
    /// <summary>Number of entries of a block.</summary>
    public const int Length = 2 * Half;

    private const int Half = 8;
    private const int Mantissa = 0x007F_FFFF;
    private const int HalfBits = 0x3F00_0000;

    /// <summary>Turns uniforms into normals times <paramref name="deviation"/>, in place.</summary>
    /// <param name="values">A whole number of blocks.</param>
    /// <param name="deviation">Standard deviation.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Transform(Span<float> values, float deviation)
    {
        if (values.Length % Length != 0)
            throw new ArgumentException($"{values.Length} values are no whole number of blocks of {Length}.");
        ref float x = ref MemoryMarshal.GetReference(values);
        Vector256<float> scale = Vector256.Create(deviation);
        for (nuint i = 0; i < (nuint)values.Length; i += Length)
        {
            Vector256<float> log = Log(Vector256<float>.One - Vector256.LoadUnsafe(ref x, i));
            Vector256<float> angle = Vector256.LoadUnsafe(ref x, i + Half) * Vector256.Create(6.2831855f);
            SinCos(angle, out Vector256<float> sin, out Vector256<float> cos);
            Vector256<float> radius = Vector256.Sqrt(log * Vector256.Create(-2f));
            Fma(radius * cos, scale, 0f).StoreUnsafe(ref x, i);
            Fma(radius * sin, scale, 0f).StoreUnsafe(ref x, i + Half);
        }
    }

    /// <summary>Computes the natural logarithm of positive normal numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Log(Vector256<float> x)
    {
        // x = 2^e (1 + f) with 1 + f from sqrt(1/2) to sqrt(2).
        Vector256<int> bits = x.AsInt32();
        Vector256<float> fraction = ((bits & Vector256.Create(Mantissa)) | Vector256.Create(HalfBits)).AsSingle();
        Vector256<float> small = Vector256.LessThan(fraction, Vector256.Create(0.70710677f));
        Vector256<float> e = Vector256.ConvertToSingle((bits >>> 23) - Vector256.Create(126));
        e -= small & Vector256<float>.One;
        Vector256<float> f = fraction - Vector256<float>.One + (fraction & small);

        Vector256<float> square = f * f;
        Vector256<float> y = Fma(Vector256.Create(7.0376836292E-2f), f, -1.1514610310E-1f);
        y = Fma(y, f, 1.1676998740E-1f);
        y = Fma(y, f, -1.2420140846E-1f);
        y = Fma(y, f, 1.4249322787E-1f);
        y = Fma(y, f, -1.6668057665E-1f);
        y = Fma(y, f, 2.0000714765E-1f);
        y = Fma(y, f, -2.4999993993E-1f);
        y = Fma(y, f, 3.3333331174E-1f);
        // ln 2 as a sum of two floats.
        y = Fused.MultiplyAdd(y * f, square, e * Vector256.Create(-2.12194440e-4f));
        y = Fused.MultiplyAdd(square, Vector256.Create(-0.5f), y);
        return Fused.MultiplyAdd(e, Vector256.Create(0.693359375f), f + y);
    }

    /// <summary>Computes sine and cosine of angles from 0 to 2 pi.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SinCos(Vector256<float> x, out Vector256<float> sin, out Vector256<float> cos)
    {
        // Octants in pairs: x less an even multiple of pi/4, which is a sum of three floats.
        Vector256<int> octant = Vector256.ConvertToInt32Native(x * Vector256.Create(1.27323954473516f));
        octant = (octant + Vector256<int>.One) & Vector256.Create(~1);
        Vector256<float> multiple = Vector256.ConvertToSingle(octant);
        x = Fused.MultiplyAdd(multiple, Vector256.Create(-0.78515625f), x);
        x = Fused.MultiplyAdd(multiple, Vector256.Create(-2.4187564849853515625e-4f), x);
        x = Fused.MultiplyAdd(multiple, Vector256.Create(-3.77489497744594108e-8f), x);

        Vector256<float> z = x * x;
        Vector256<float> c = Fma(Vector256.Create(2.443315711809948E-5f), z, -1.388731625493765E-3f);
        c = Fma(c, z, 4.166664568298827E-2f) * z;
        c = Fused.MultiplyAdd(c, z, z * Vector256.Create(-0.5f)) + Vector256<float>.One;
        Vector256<float> s = Fma(Vector256.Create(-1.9515295891E-4f), z, 8.3321608736E-3f);
        s = Fma(s, z, -1.6666654611E-1f) * z;
        s = Fused.MultiplyAdd(s, x, x);

        // Octants 0: (s, c), 2: (c, -s), 4: (-s, -c), 6: (-c, s). Bit 1 swaps; bit 2, and that of octant + 2, are the
        // signs.
        Vector256<float> straight = Vector256.Equals(octant & Vector256.Create(2), Vector256<int>.Zero).AsSingle();
        Vector256<int> sinSign = (octant & Vector256.Create(4)) << 29;
        Vector256<int> cosSign = ((octant + Vector256.Create(2)) & Vector256.Create(4)) << 29;
        sin = (Vector256.ConditionalSelect(straight, s, c).AsInt32() ^ sinSign).AsSingle();
        cos = (Vector256.ConditionalSelect(straight, c, s).AsInt32() ^ cosSign).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Fma(Vector256<float> a, Vector256<float> b, float c) =>
        Fused.MultiplyAdd(a, b, Vector256.Create(c));
}
