namespace PalActors.Messages.Plan;

/// <summary>Identity of the data that a network uses.</summary>
/// <param name="Name">Data set by name, for instance <c>mnist</c>.</param>
/// <param name="Folder">Folder of a set that comes as files; empty for the one that each node has of its own.</param>
/// <param name="Splits">Samples that are used of it.</param>
/// <param name="Hash">SHA-256 of the samples that are used, 64 lower-case hex digits.</param>
public sealed record DataIdentity(string Name, string Folder, SplitUse[] Splits, string Hash)
{
    /// <summary>Description of a user's own data; none for other sets.</summary>
    public PlanOption[] Options { get; init; } = [];

    /// <summary>Difference from a node's own data in one line, with both hashes; null if there is none.</summary>
    /// <param name="hash">Hash of the node's data.</param>
    public string? DifferenceFrom(string hash) => hash == Hash
        ? null
        : $"the run's {Name} has SHA-256 {ShortHash.Of(Hash)}, that of this node {ShortHash.Of(hash)}"
            + $"{(Folder.Length > 0 ? $" (in {Folder})" : "")}; both must be the same data";
}
