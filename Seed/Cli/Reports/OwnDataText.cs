using System.Globalization;
using PalActors.Areas.Toolkit.Stimuli;

namespace PalActors.Cli.Reports;

/// <summary>Words what the files of own data hold.</summary>
internal static class OwnDataText
{
    private const int MostClasses = 20;

    /// <summary>A line on the samples, one on each split, and one on the hash.</summary>
    /// <param name="facts">What the files say.</param>
    /// <param name="hash">SHA-256 of the samples that are used.</param>
    public static IEnumerable<string> Lines(OwnDataFacts facts, string hash)
    {
        string learned = facts.Classes.Count > 0 ? $", {facts.Classes.Count} classes"
            : facts.Targets > 0 ? $", {facts.Targets} real-valued target{(facts.Targets == 1 ? "" : "s")}"
            : "";
        string frames = facts.Frames == 1
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $" in {facts.Frames} frames of {facts.Inputs}");
        yield return $"data: {facts.ShapeText} inputs{frames}{learned}; SHA-256 {hash}";
        foreach (OwnSplitFacts split in facts.Splits)
            yield return $"  {split.Name}: {split.Samples} samples{Balance(facts.Classes, split.Balance)}";
    }

    /// <summary>Samples of each class, in brackets; empty without classes.</summary>
    public static string Balance(IReadOnlyList<string> classes, IReadOnlyList<int> counts)
    {
        if (classes.Count == 0)
            return "";
        IEnumerable<string> items = classes.Zip(counts, (name, count) => string.Create(
            CultureInfo.InvariantCulture, $"{name} {count}"));
        string more = classes.Count > MostClasses ? $" and {classes.Count - MostClasses} more classes" : "";
        return $" ({string.Join(", ", items.Take(MostClasses))}{more})";
    }
}
