using System.Collections.Immutable;

namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>Generator that equals torch's on a processor, <c>torch.manual_seed(seed)</c>, draw for draw.</summary>
/// <remarks>
/// It serves runs that are compared seed for seed with the published ones. Integers, uniforms and the normals of
/// contiguous arrays are torch's to the bit, as on processors with AVX2. Other normals use this project's own
/// logarithm, sine and cosine in doubles instead of the platform's, before they are rounded to floats. All are the
/// same on every machine. An instance serves one thread at a time.
/// </remarks>
public sealed partial class TorchGenerator
{
    private const uint UniformBits = (1 << 24) - 1;
    private const float UniformStep = 1f / (1 << 24);

    private MersenneTwister _words;
    private double? _cachedNormal;

    /// <summary>Creates the generator with a seed, of which the low 32 bits count.</summary>
    public TorchGenerator(long seed) => _words = new MersenneTwister(unchecked((uint)seed));

    /// <summary>Creates a generator that goes on from <paramref name="state"/>.</summary>
    public TorchGenerator(TorchState state)
    {
        _words = new MersenneTwister(state.Words.AsSpan(), state.Position);
        _cachedNormal = state.CachedNormal;
    }

    /// <summary>Captures the state, from which <see cref="Restore"/> continues with the same draws.</summary>
    public TorchState Capture() => new(ImmutableArray.Create(_words.Words), _words.Position, _cachedNormal);

    /// <summary>Restores a captured state.</summary>
    public void Restore(TorchState state)
    {
        _words = new MersenneTwister(state.Words.AsSpan(), state.Position);
        _cachedNormal = state.CachedNormal;
    }

    /// <summary>Draws a uniform float on [0, 1) from the low 24 bits of a word.</summary>
    public float UniformSingle() => Uniform(_words.Next());

    /// <summary>Draws a uniform double on [0, 1) from the low 53 bits of two words.</summary>
    public double UniformDouble() => (Word64() & ((1UL << 53) - 1)) * (1.0 / (1UL << 53));

    /// <summary>Draws an integer from 0 to 2^63 - 1, of two words.</summary>
    public long Int64() => (long)(Word64() & long.MaxValue);

    /// <summary>Writes a permutation of 0 to n - 1: <c>randperm</c>, n - 1 words.</summary>
    public void Permutation(Span<int> order)
    {
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        for (int i = 0; i < order.Length - 1; i++)
        {
            int j = i + (int)(_words.Next() % (uint)(order.Length - i));
            (order[i], order[j]) = (order[j], order[i]);
        }
    }

    /// <summary>Passes over <paramref name="words"/> words.</summary>
    public void Skip(long words) => _words.Skip(words);

    // The first word is the high half.
    private ulong Word64()
    {
        ulong high = _words.Next();
        return (high << 32) | _words.Next();
    }

    private static float Uniform(uint word) => (int)(word & UniformBits) * UniformStep;
}
