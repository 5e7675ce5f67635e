namespace PalActors.Messages.Plan;

/// <summary>Identity of a program's build: equal hashes compute equal digests.</summary>
/// <param name="Hash">SHA-256 over the identities of the assemblies that compute, 64 lower-case hex digits.</param>
/// <param name="Version">Version of the program, for instance <c>0.1.0</c>.</param>
/// <param name="Commit">
/// Commit of its sources, with <c>.modified</c> where they differed from it; empty if unknown.
/// </param>
public sealed record BuildIdentity(string Hash, string Version, string Commit)
{
    private const int ShortCommit = 10;

    /// <summary>Formats the identity in one line, for messages: version, commit and the hash's first digits.</summary>
    public override string ToString()
    {
        string hash = ShortHash.Of(Hash);
        return Commit.Length == 0 ? $"{Version} (build {hash})" : $"{Version} (commit {Short(Commit)}, build {hash})";
    }

    // The commit may end in a mark such as .modified.
    private static string Short(string commit)
    {
        int dot = commit.IndexOf('.', StringComparison.Ordinal);
        string id = dot < 0 ? commit : commit[..dot], mark = dot < 0 ? "" : commit[dot..];
        return (id.Length > ShortCommit ? id[..ShortCommit] : id) + mark;
    }
}
