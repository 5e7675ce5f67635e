using System.Security.Cryptography;
using System.Text;

namespace PalActors.Lab.Experiments;

/// <summary>Weights that an experiment starts from, as its key <c>weights</c> says.</summary>
/// <param name="Path">A run's folder, a snapshot, or a file of named matrices; absolute.</param>
public sealed record WeightsFrom(string Path)
{
    /// <summary>Moment of the run; null for its end, and for files.</summary>
    public WeightsMoment? At { get; init; }

    /// <summary>Areas, matrices, or both as <c>AREA/MATRIX</c>, that are taken; none for all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Network of the source; null for the one of the same model and seed, or the only one.</summary>
    public string? Network { get; init; }

    /// <summary>SHA-256 of all matrices of the source, lower-case hex; empty before it is read.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Identity of what is taken, lower-case hex; empty before the source is read.</summary>
    public string Hash => Sha256.Length == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Join('\n', [Sha256, Network ?? "", .. Only]))));
}
