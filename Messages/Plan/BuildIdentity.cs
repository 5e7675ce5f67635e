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

    /// <summary>Plug-ins as <c>NAME SHA-256</c> of their files, ordinal, commas between them; empty: none.</summary>
    /// <remarks>The hash of the build covers them too: this names what differs.</remarks>
    public string PlugIns { get; init; } = "";

    /// <summary>Lists the plug-ins one by one.</summary>
    public IReadOnlyList<string> ListPlugIns() => PlugIns.Split(", ", StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Formats the plug-ins for messages: <c>no plug-in</c>, or names and first digits of hashes.</summary>
    public string DescribePlugIns() => PlugIns.Length == 0
        ? "no plug-in"
        : "plug-in " + string.Join(", ", ListPlugIns().Select(ShortPlugIn));

    /// <summary>Formats the identity in one line, for messages: version, commit and the hash's first digits.</summary>
    public override string ToString()
    {
        string[] parts =
        [
            .. Commit.Length == 0 ? Array.Empty<string>() : [$"commit {Short(Commit)}"],
            .. PlugIns.Length == 0 ? Array.Empty<string>() : [DescribePlugIns()],
            $"build {ShortHash.Of(Hash)}",
        ];
        return $"{Version} ({string.Join(", ", parts)})";
    }

    private static string ShortPlugIn(string plugIn)
    {
        int space = plugIn.LastIndexOf(' ') + 1;
        return plugIn[..space] + ShortHash.Of(plugIn[space..]);
    }

    // The commit may end in a mark such as .modified.
    private static string Short(string commit)
    {
        int dot = commit.IndexOf('.', StringComparison.Ordinal);
        string id = dot < 0 ? commit : commit[..dot], mark = dot < 0 ? "" : commit[dot..];
        return (id.Length > ShortCommit ? id[..ShortCommit] : id) + mark;
    }
}
