namespace PalActors.Messages.Plan;

/// <summary>Shortens hashes for messages.</summary>
public static class ShortHash
{
    private const int Digits = 12;

    /// <summary>Gets the first digits of a hash, enough to distinguish hashes in practice.</summary>
    /// <param name="hash">A hash as hex; a shorter text stays as it is.</param>
    public static string Of(string hash) => hash.Length > Digits ? hash[..Digits] : hash;
}
