using System.Globalization;
using System.Text;
using PalActors.Lab.Results;
using PalActors.Lab.Texts;

namespace PalActors.Lab.Evaluation;

/// <summary>The files of a run that tell of the classes in its last evaluation.</summary>
internal static class ConfusionFiles
{
    private static readonly string[] s_network = ["model", "seed", "split"];

    /// <summary>Writes confusion.csv and classes.csv; nothing where no network has classes.</summary>
    /// <param name="folder">The folder of the run.</param>
    /// <param name="networks">The networks.</param>
    /// <returns>Names of the files.</returns>
    public static IReadOnlyList<string> Write(string folder, IReadOnlyList<NetworkConfusion> networks)
    {
        if (networks.Count == 0)
            return [];
        IReadOnlyList<string> classes = networks[0].Classes;
        Write(
            Path.Combine(folder, RunFiles.Confusion), ConfusionText.CountsHeader(classes), networks,
            network => ConfusionText.Counts(network.Counts, classes));
        Write(
            Path.Combine(folder, RunFiles.Classes), ConfusionText.ClassesHeader, networks,
            network => ConfusionText.Classes(network.Counts, classes));
        return [RunFiles.Confusion, RunFiles.Classes];
    }

    /// <summary>Draws confusion.png, a map per model.</summary>
    /// <returns>False if no network has classes.</returns>
    public static bool Draw(string path, string experiment, IReadOnlyList<NetworkConfusion> networks)
    {
        if (networks.Count == 0)
            return false;
        ConfusionPlot.Draw(
            path,
            [
                .. NetworkConfusion.ByModel(networks)
                    .Select(model => ($"{experiment}: {model.Model}, {model.Sum.Split}{Of(model.Seeds)}",
                        model.Sum.Counts)),
            ],
            networks[0].Classes);
        return true;
    }

    /// <summary>Reads what evaluations left in the folder of a run, by split and network.</summary>
    /// <returns>Each with the name of its network in the place of its model.</returns>
    /// <exception cref="InputException">A file is not as it was written.</exception>
    public static IReadOnlyList<NetworkConfusion> ReadEvaluations(string folder) =>
    [
        .. from evaluation in Directory.EnumerateDirectories(folder, $"{EvaluationFiles.FolderPrefix}*")
               .Order(StringComparer.Ordinal)
           from file in Directory.EnumerateFiles(evaluation, $"{EvaluationFiles.ConfusionPrefix}*.csv")
               .Order(StringComparer.Ordinal)
           select ReadEvaluation(file, Path.GetFileName(evaluation)[EvaluationFiles.FolderPrefix.Length..]),
    ];

    private static string Of(int seeds) =>
        seeds == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", sum of {seeds} seeds");

    /// <summary>Reads confusion.csv; none where there is none.</summary>
    /// <exception cref="InputException">It is not as it was written.</exception>
    public static IReadOnlyList<NetworkConfusion> Read(string folder)
    {
        string path = Path.Combine(folder, RunFiles.Confusion);
        if (!File.Exists(path))
            return [];
        IReadOnlyList<string>[] rows = [.. File.ReadLines(path).Select(Csv.Split)];
        int lead = s_network.Length + 1;
        string[] classes = rows.Length == 0 ? [] : [.. rows[0].Skip(lead)];
        return
        [
            .. rows.Skip(1).Chunk(Math.Max(1, classes.Length)).Select(own => new NetworkConfusion(
                own[0][0], own[0][1], own[0][2], Counts(path, own, lead, classes.Length), classes)),
        ];
    }

    private static NetworkConfusion ReadEvaluation(string path, string split)
    {
        IReadOnlyList<string>[] rows = [.. File.ReadLines(path).Select(Csv.Split)];
        string[] classes = rows.Length == 0 ? [] : [.. rows[0].Skip(1)];
        return new NetworkConfusion(
            Path.GetFileNameWithoutExtension(path)[EvaluationFiles.ConfusionPrefix.Length..], "", split,
            Counts(path, [.. rows.Skip(1)], 1, classes.Length), classes);
    }

    private static ConfusionMatrix Counts(string path, IReadOnlyList<string>[] rows, int lead, int classes)
    {
        int[,] counts = new int[classes, classes];
        for (int label = 0; label < classes; label++)
        {
            for (int read = 0; read < classes; read++)
            {
                if (label >= rows.Length || rows[label].Count != lead + classes || !int.TryParse(
                    rows[label][lead + read], NumberStyles.None, CultureInfo.InvariantCulture, out counts[label, read]))
                {
                    throw new InputException(
                        $"{path} is not as a run writes it; valid is a row of {classes} counts for each class.");
                }
            }
        }

        return new ConfusionMatrix(counts);
    }

    private static void Write(
        string path, IEnumerable<string> header, IEnumerable<NetworkConfusion> networks,
        Func<NetworkConfusion, IEnumerable<IEnumerable<string>>> rows)
    {
        using StreamWriter writer = new(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        writer.WriteLine(Csv.Join([.. s_network, .. header]));
        foreach (NetworkConfusion network in networks)
        {
            foreach (IEnumerable<string> row in rows(network))
                writer.WriteLine(Csv.Join([network.Model, network.Seed, network.Split, .. row]));
        }
    }
}
