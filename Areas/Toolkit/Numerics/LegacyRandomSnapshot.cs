using System.Collections.Immutable;

namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>State of a <see cref="LegacyRandomState"/> as a value.</summary>
/// <param name="Words">The 624 words of the Mersenne Twister.</param>
/// <param name="Position">Number of words already taken, 0 to 624.</param>
/// <param name="CachedNormal">The second normal of a pair whose first was returned, if there is one.</param>
public sealed record LegacyRandomSnapshot(ImmutableArray<uint> Words, int Position, double? CachedNormal)
{
    /// <summary>Compares all values, word by word.</summary>
    public bool Equals(LegacyRandomSnapshot? other) =>
        other is not null
        && Position == other.Position
        && CachedNormal.Equals(other.CachedNormal)
        && Words.AsSpan().SequenceEqual(other.Words.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Position, CachedNormal, Words.IsDefaultOrEmpty ? 0 : Words[0]);
}
