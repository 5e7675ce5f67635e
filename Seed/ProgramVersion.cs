using System.Reflection;
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
        string text = typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
        int plus = text.IndexOf('+', StringComparison.Ordinal);
        return new BuildIdentity(BuildHash.Compute(), plus < 0 ? text : text[..plus], plus < 0 ? "" : text[(plus + 1)..]);
    }
}
