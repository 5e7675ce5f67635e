using System.Reflection;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models;
using PalActors.Clustering.Identity;
using PalActors.Messages.Plan;

namespace PalActors.Lab;

/// <summary>Identity of this program's build.</summary>
internal static class ProgramVersion
{
    private static BuildIdentity? s_current;

    /// <summary>Version, commit and hash of the assemblies that compute.</summary>
    public static BuildIdentity Current => s_current ??= Read([typeof(CellModels).Assembly]);

    /// <summary>Takes the assemblies of all cell models into the hash, once, before anything is run.</summary>
    internal static void Take(ModelRegistry models) =>
        s_current = Read([.. models.All.Select(model => model.GetType().Assembly).Distinct()]);

    private static BuildIdentity Read(Assembly[] models)
    {
        Assembly program = typeof(ProgramVersion).Assembly;
        string text = program.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            ?? "unknown";
        int plus = text.IndexOf('+', StringComparison.Ordinal);
        (string version, string commit) = plus < 0 ? (text, "") : (text[..plus], text[(plus + 1)..]);
        return new BuildIdentity(BuildHash.Compute(models), version, commit);
    }
}
