using System.Reflection;

namespace PalActors.Seed.Commands;

/// <summary>The version of this build: nodes of a run must all have the same, since only then do they compute the same.</summary>
public static class ProgramVersion
{
    /// <summary>Version and, where the sources came from a repository, the commit.</summary>
    public static string Current { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
