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
    public static BuildIdentity Current => s_current ??= Read([typeof(CellModels).Assembly], []);

    /// <summary>Version that packages and plug-ins refer to.</summary>
    public static Version Assemblies { get; } = typeof(ProgramVersion).Assembly.GetName().Version!;

    /// <summary>Takes what computes into the hash, once, before anything is run.</summary>
    /// <param name="models">The cell models.</param>
    /// <param name="plugIns">The plug-ins.</param>
    internal static void Take(ModelRegistry models, params IReadOnlyList<Assembly> plugIns) =>
        s_current = Read([.. models.All.Select(model => model.GetType().Assembly).Distinct()], plugIns);

    private static BuildIdentity Read(Assembly[] models, IReadOnlyList<Assembly> plugIns)
    {
        Assembly program = typeof(ProgramVersion).Assembly;
        string text = program.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            ?? "unknown";
        int plus = text.IndexOf('+', StringComparison.Ordinal);
        (string version, string commit) = plus < 0 ? (text, "") : (text[..plus], text[(plus + 1)..]);
        IEnumerable<string> files = plugIns
            .Select(one => $"{one.GetName().Name} {BuildHash.OfFile(one.Location)}")
            .Order(StringComparer.Ordinal);
        return new BuildIdentity(BuildHash.Compute([.. models, .. plugIns]), version, commit)
        {
            PlugIns = string.Join(", ", files),
        };
    }
}
