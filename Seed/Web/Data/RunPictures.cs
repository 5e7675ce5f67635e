using PalActors.Lab.Results;

namespace PalActors.Web.Data;

/// <summary>Pictures that a run's folder has, besides the curves that pages draw themselves.</summary>
internal static class RunPictures
{
    // What they show; one without a row goes by the name of its file.
    private static readonly Dictionary<string, string> s_meanings = new()
    {
        [RunFiles.Graph] = "Areas and pathways",
        [RunFiles.ConfusionFigure] = "Confusion of classes",
        [RunFiles.Filters] = "Filters of the first area",
        [RunFiles.ReadOutFigure] = "Accuracy of the read-outs",
        [RunFiles.LatentFigure] = "Latent plane, before and after",
        [RunFiles.ReconstructionFigure] = "Inputs and what the output makes of them",
    };

    /// <summary>Names of those that a run has.</summary>
    public static IReadOnlyList<string> Of(ViewedRun run) =>
        [.. RunFiles.OfSome.Where(name => IsPicture(name) && File.Exists(Path.Combine(run.Folder, name)))];

    /// <summary>Checks whether a name is that of a picture that runs have.</summary>
    public static bool Has(string name) => IsPicture(name) && RunFiles.OfSome.Contains(name);

    /// <summary>What a picture shows.</summary>
    public static string Meaning(string name) =>
        s_meanings.GetValueOrDefault(name) ?? Path.GetFileNameWithoutExtension(name);

    private static bool IsPicture(string name) => name.EndsWith(".png", StringComparison.Ordinal);
}
