using System.Collections.Immutable;
using PalActors.Messages.Control;

namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>State of a <see cref="TorchGenerator"/> as a value.</summary>
/// <param name="Words">The 624 words of the Mersenne Twister.</param>
/// <param name="Position">Number of words already taken, 0 to 624.</param>
/// <param name="CachedNormal">The second normal of a pair whose first was returned, if there is one.</param>
public sealed record TorchState(ImmutableArray<uint> Words, int Position, double? CachedNormal)
{
    /// <summary>Number of values of the state as a block.</summary>
    public const int BlockLength = MersenneTwister.Size + 3;

    /// <summary>Reads a state from a block that <see cref="ToBlock"/> made.</summary>
    /// <exception cref="ArgumentException">The block is none.</exception>
    public static TorchState FromBlock(StateBlock block)
    {
        double[] values = block.Values;
        if (values.Length != BlockLength)
            throw Error(block, $"has {values.Length} values", $"{BlockLength}");
        double position = values[MersenneTwister.Size], cached = values[^2];
        if (position is not (>= 0 and <= MersenneTwister.Size) || position != Math.Floor(position))
            throw Error(block, $"has the position '{position}'", $"an integer from 0 to {MersenneTwister.Size}");
        if (cached is not (0 or 1))
            throw Error(block, $"has the flag '{cached}' of a cached normal", "0 or 1");
        if (cached == 1 && !double.IsFinite(values[^1]))
            throw Error(block, $"has the cached normal '{values[^1]}'", "a finite number");
        ImmutableArray<uint>.Builder words = ImmutableArray.CreateBuilder<uint>(MersenneTwister.Size);
        foreach (double word in values.AsSpan(0, MersenneTwister.Size))
        {
            if (word is not (>= 0 and <= uint.MaxValue) || word != Math.Floor(word))
                throw Error(block, $"has the word '{word}'", $"an integer from 0 to {uint.MaxValue}");
            words.Add((uint)word);
        }

        return new TorchState(words.MoveToImmutable(), (int)position, cached == 1 ? values[^1] : null);
    }

    /// <summary>Writes the state as a block: words, position, 1 if a normal is cached, that normal or 0.</summary>
    public StateBlock ToBlock(string name)
    {
        double[] values = new double[BlockLength];
        for (int i = 0; i < Words.Length; i++)
            values[i] = Words[i];
        values[MersenneTwister.Size] = Position;
        values[^2] = CachedNormal is null ? 0 : 1;
        values[^1] = CachedNormal ?? 0;
        return new StateBlock(name, BlockLength, 1, values);
    }

    /// <summary>Compares all values, word by word.</summary>
    public bool Equals(TorchState? other) =>
        other is not null
        && Position == other.Position
        && CachedNormal.Equals(other.CachedNormal)
        && Words.AsSpan().SequenceEqual(other.Words.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Position, CachedNormal, Words.IsDefaultOrEmpty ? 0 : Words[0]);

    private static ArgumentException Error(StateBlock block, string what, string valid) =>
        new($"Block '{block.Name}' of a torch generator {what}; valid is {valid}.", nameof(block));
}
