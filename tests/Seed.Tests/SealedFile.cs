using System.Text.Json.Nodes;
using PalActors.Clustering.Snapshots;
using PalActors.Lab.Experiments;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Tests;

/// <summary>Changes a sealed file of a run's folder and seals it again.</summary>
internal static class SealedFile
{
    public static void Change(string path, Action<JsonObject> change)
    {
        JsonObject content = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        content.Remove("sha256");
        change(content);
        File.WriteAllBytes(path, SealedJson.Write(content));
    }

    /// <summary>Makes a manifest one of another build.</summary>
    public static void SetBuild(string path, string hash) =>
        Change(path, content => content["origin"]!["builds"]![0]!["hash"] = hash);

    /// <summary>Makes the file of a finished network in a run's folder one of another build or other data.</summary>
    public static void SetOrigin(string run, string name, string? build = null, string? data = null)
    {
        NetworkPlan plan = NetworkPlans.Of(ExperimentReader.Read(CellModels.All, Path.Combine(run, "experiment.yaml")))
            .Single(plan => $"{plan.Label}-{plan.Seed}.json" == name);
        Change(Path.Combine(run, "networks", name), content =>
        {
            JsonObject origin = content["origin"]!.AsObject();
            if (build is not null)
                origin["builds"]![0]!["hash"] = build;
            if (data is not null)
                origin["data_hash"] = data;
            content["fingerprint"] = Convert.ToHexStringLower(PlanFingerprint.Compute(plan with
            {
                BuildHash = (string)origin["builds"]![0]!["hash"]!,
                DataHash = (string)origin["data_hash"]!,
            }));
        });
    }
}
