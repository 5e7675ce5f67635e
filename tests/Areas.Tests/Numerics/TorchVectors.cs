using System.Text.Json;

namespace PalActors.Areas.Tests.Numerics;

/// <summary>Test vectors of torch's generator on a processor, made with torch.</summary>
internal static class TorchVectors
{
    private static readonly JsonElement s_seeds = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "golden", "torch-rng.json")))
        .RootElement.GetProperty("seeds");

    /// <summary>Seeds with vectors.</summary>
    public static IEnumerable<long> Seeds => s_seeds.EnumerateObject().Select(seed => long.Parse(seed.Name));

    /// <summary>The vectors of a seed.</summary>
    public static JsonElement Of(long seed) => s_seeds.GetProperty($"{seed}");
}
