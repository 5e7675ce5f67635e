using System.Reflection;
using PalActors.Areas.Models;
using PalActors.Clustering.Identity;
using PalActors.Messages.Plan;

namespace PalActors.Seed;

/// <summary>Identity of this program's build.</summary>
public static class ProgramVersion
{
    /// <summary>Version, commit and hash of the assemblies that compute.</summary>
    public static BuildIdentity Current { get; } = Read();

    private static BuildIdentity Read()
    {
        Assembly program = typeof(ProgramVersion).Assembly;
        string text = program.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            ?? "unknown";
        int plus = text.IndexOf('+', StringComparison.Ordinal);
        (string version, string commit) = plus < 0 ? (text, "") : (text[..plus], text[(plus + 1)..]);
        return new BuildIdentity(BuildHash.Compute(typeof(CellModels).Assembly), version, commit);
    }
}
