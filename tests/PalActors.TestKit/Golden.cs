using PalActors.Areas.Models.Microcircuit.Traces;

namespace PalActors.TestKit;

/// <summary>The golden traces beside the test's assembly.</summary>
public static class Golden
{
    /// <summary>Paths of all traces.</summary>
    public static IReadOnlyList<string> Paths { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "golden"))
            .Where(IsTrace)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Names of all traces.</summary>
    public static IEnumerable<string> Names => Paths.Select(p => Path.GetFileName(p));

    /// <summary>Reads a trace by name.</summary>
    public static GoldenTrace Load(string name) => GoldenTrace.Load(Paths.Single(p => Path.GetFileName(p) == name));

    private static bool IsTrace(string path) =>
        (path.EndsWith(".json", StringComparison.Ordinal) || path.EndsWith(".json.gz", StringComparison.Ordinal))
        && !path.EndsWith("rng.json", StringComparison.Ordinal);
}
