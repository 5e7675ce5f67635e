namespace PalActors.Messages.Plan;

/// <summary>Short form of hashes for messages.</summary>
public static class ShortHash
{
    private const int Digits = 12;

    /// <summary>The first digits of a hash, as many as tell two apart.</summary>
    /// <param name="hash">A hash as hex; a shorter text stays as it is.</param>
    public static string Of(string hash) => hash.Length > Digits ? hash[..Digits] : hash;
}
