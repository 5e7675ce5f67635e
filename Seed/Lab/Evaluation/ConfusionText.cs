using System.Globalization;

namespace PalActors.Lab.Evaluation;

/// <summary>Confusion of classes as rows of CSV files.</summary>
internal static class ConfusionText
{
    /// <summary>Header of <see cref="Counts"/>.</summary>
    public static IEnumerable<string> CountsHeader(IReadOnlyList<string> classes) => ["label", .. classes];

    /// <summary>Header of <see cref="Classes"/>.</summary>
    public static IEnumerable<string> ClassesHeader { get; } =
        ["class", "samples", "correct", "recall", "read_out", "precision"];

    /// <summary>A row per class of samples, a column per class that was read out.</summary>
    public static IEnumerable<IEnumerable<string>> Counts(ConfusionMatrix counts, IReadOnlyList<string> classes) =>
        Enumerable.Range(0, counts.Classes).Select(IEnumerable<string> (int label) =>
            [classes[label], .. Enumerable.Range(0, counts.Classes).Select(read => Number(counts[label, read]))]);

    /// <summary>Accuracy of each class.</summary>
    public static IEnumerable<IEnumerable<string>> Classes(ConfusionMatrix counts, IReadOnlyList<string> classes) =>
        Enumerable.Range(0, counts.Classes).Select(IEnumerable<string> (int label) =>
        [
            classes[label], Number(counts.Samples(label)), Number(counts[label, label]), Number(counts.Recall(label)),
            Number(counts.Read(label)), Number(counts.Precision(label)),
        ]);

    /// <summary>A whole number as text.</summary>
    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number as text, to the bit.</summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
