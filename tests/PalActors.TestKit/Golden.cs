using PalActors.Areas.Models;
using PalActors.Areas.Models.Microcircuit.Traces;
using PalActors.Areas.Models.Traces;

namespace PalActors.TestKit;

/// <summary>The golden traces beside the test's assembly.</summary>
public static class Golden
{
    /// <summary>Paths of the traces of microcircuits.</summary>
    public static IReadOnlyList<string> Paths { get; } = In("golden");

    /// <summary>Paths of the traces of rate cells.</summary>
    public static IReadOnlyList<string> DeepPaths { get; } = In("golden-deep");

    /// <summary>Names of all traces.</summary>
    public static IEnumerable<string> Names => Paths.Select(p => Path.GetFileName(p));

    /// <summary>Reads a trace by name.</summary>
    public static GoldenTrace Load(string name) => GoldenTrace.Load(Paths.Single(p => Path.GetFileName(p) == name));

    /// <summary>Reads a trace of rate cells by the letter of its case.</summary>
    public static ITrace LoadDeep(string letter) => TraceFiles.Load(
        DeepPaths.Single(path => Path.GetFileName(path).StartsWith(letter + "_", StringComparison.Ordinal)));

    private static string[] In(string folder)
    {
        string path = Path.Combine(AppContext.BaseDirectory, folder);
        return Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path).Where(IsTrace).Order(StringComparer.Ordinal)]
            : [];
    }

    private static bool IsTrace(string path) =>
        (path.EndsWith(".json", StringComparison.Ordinal) || path.EndsWith(".json.gz", StringComparison.Ordinal))
        && !path.EndsWith("rng.json", StringComparison.Ordinal);
}
