using System.Text.Json.Nodes;
using PalActors.Clustering.Snapshots;

namespace PalActors.Seed.Tests;

/// <summary>Changes a sealed file of a run's folder and seals it again, as another program would have written it.</summary>
internal static class SealedFile
{
    public static void Change(string path, Action<JsonObject> change)
    {
        JsonObject content = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        content.Remove("sha256");
        change(content);
        File.WriteAllBytes(path, SealedJson.Write(content));
    }

    /// <summary>Makes it the work of another build.</summary>
    public static void SetBuild(string path, string hash) =>
        Change(path, content => content["origin"]!["builds"]![0]!["hash"] = hash);
}
