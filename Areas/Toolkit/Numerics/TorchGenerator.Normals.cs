using System.Runtime.Intrinsics;

namespace PalActors.Areas.Toolkit.Numerics;

/// <content>Standard normals, in the two ways of torch.</content>
public sealed partial class TorchGenerator
{
    /// <summary>Fewest entries of a contiguous array that are drawn in blocks.</summary>
    public const int Block = TorchBlocks.Length;

    /// <summary>Draws a contiguous array: <c>normal_(0, deviation)</c>.</summary>
    /// <remarks>
    /// From 16 entries on, uniform floats fill the array and become normals in blocks of 16. If 16 does not divide the
    /// length, 16 more become the last 16 entries. Fewer entries are drawn one by one.
    /// </remarks>
    public void Normals(Span<float> values, double deviation = 1)
    {
        if (values.Length < Block)
        {
            NormalsOneByOne(values, deviation);
            return;
        }

        Span<float> whole = values[..(values.Length & -Block)];
        Uniforms(values);
        TorchBlocks.Transform(whole, (float)deviation);
        if (whole.Length == values.Length)
            return;
        Uniforms(values[^Block..]);
        TorchBlocks.Transform(values[^Block..], (float)deviation);
    }

    /// <summary>Draws in the order of storage, in doubles, what torch does with a transposed view.</summary>
    /// <remarks>
    /// Two uniforms make two normals, of which the second is the next one drawn in this way, whatever is drawn in
    /// between.
    /// </remarks>
    public void NormalsOneByOne(Span<float> values, double deviation = 1)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] = (float)(deviation * Normal());
    }

    /// <summary>Passes over what <see cref="Normals"/> draws for <paramref name="count"/> entries.</summary>
    public void SkipNormals(long count)
    {
        if (count < Block)
            SkipNormalsOneByOne(count);
        else
            Skip(WordsOf(count));
    }

    /// <summary>Passes over what <see cref="NormalsOneByOne"/> draws for <paramref name="count"/> entries.</summary>
    public void SkipNormalsOneByOne(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count > 0 && _cachedNormal is not null)
        {
            _cachedNormal = null;
            count--;
        }

        Skip(count / 2 * 4);
        if (count % 2 != 0)
            Normal();
    }

    /// <summary>Counts the words that a contiguous array of at least 16 entries takes.</summary>
    internal static long WordsOf(long count) => count % Block == 0 ? count : count + Block;

    /// <summary>Draws one normal in doubles.</summary>
    private double Normal()
    {
        if (_cachedNormal is { } cached)
        {
            _cachedNormal = null;
            return cached;
        }

        double u1 = UniformDouble(), u2 = UniformDouble();
        // 1 - u2 is exact, and not 0.
        double radius = Math.Sqrt(-2.0 * PortableMath.Log(1.0 - u2));
        (double sin, double cos) = PortableMath.SinCosTurns(u1);
        _cachedNormal = radius * sin;
        return radius * cos;
    }

    private void Uniforms(Span<float> values)
    {
        while (!values.IsEmpty)
        {
            ReadOnlySpan<uint> words = _words.Next(values.Length);
            int i = 0;
            for (; i <= words.Length - Vector256<uint>.Count; i += Vector256<uint>.Count)
            {
                Vector256<uint> bits = Vector256.Create(words[i..]) & Vector256.Create(UniformBits);
                (Vector256.ConvertToSingle(bits.AsInt32()) * UniformStep).CopyTo(values[i..]);
            }

            for (; i < words.Length; i++)
                values[i] = Uniform(words[i]);
            values = values[words.Length..];
        }
    }
}
