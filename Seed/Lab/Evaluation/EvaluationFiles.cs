using System.Text;
using System.Text.Json;
using PalActors.Clustering.Snapshots;
using PalActors.Lab.Plots;
using PalActors.Lab.Texts;
using PalActors.Lab.Weights;

namespace PalActors.Lab.Evaluation;

/// <summary>Files of an evaluation: figures, outputs of all samples, and confusion of classes.</summary>
internal static class EvaluationFiles
{
    /// <summary>How the name of an evaluation's folder, in that of its run, begins; the split follows.</summary>
    public const string FolderPrefix = "evaluation-";

    /// <summary>How the names of files with the confusion of a network begin.</summary>
    public const string ConfusionPrefix = "confusion_";

    /// <summary>Writes them beside the folder and then moves them there, so that it never has a part of them.</summary>
    /// <param name="folder">The folder, replaced if it is there.</param>
    /// <param name="networks">The networks.</param>
    /// <param name="classes">Names of the classes; null for a task without classes.</param>
    /// <param name="say">Takes a line where figures cannot be drawn.</param>
    /// <returns>Names of the files.</returns>
    /// <exception cref="IOException">The disk does not take them.</exception>
    public static IReadOnlyList<string> Write(
        string folder, IReadOnlyList<EvaluatedNetwork> networks, IReadOnlyList<string>? classes, Action<string> say)
    {
        string part = folder + DurableFile.Part;
        if (Directory.Exists(part))
            Directory.Delete(part, recursive: true);
        Directory.CreateDirectory(part);
        WriteFigures(Path.Combine(part, "evaluation.json"), networks);
        foreach (EvaluatedNetwork network in networks)
        {
            string name = NetworkWeights.NameOf(network.Plan);
            Write(Path.Combine(part, $"outputs_{name}.csv"), Outputs(network, classes));
            if (classes is null)
                continue;
            Write(
                Path.Combine(part, $"{ConfusionPrefix}{name}.csv"),
                [ConfusionText.CountsHeader(classes), .. ConfusionText.Counts(network.Confusion, classes)]);
            Write(
                Path.Combine(part, $"classes_{name}.csv"),
                [ConfusionText.ClassesHeader, .. ConfusionText.Classes(network.Confusion, classes)]);
            string figure = Path.Combine(part, $"{ConfusionPrefix}{name}.png");
            DrawingLibrary.Try("confusion", () =>
            {
                ConfusionPlot.Draw(figure, [(name, network.Confusion)], classes);
                return [figure];
            }, say);
        }

        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.Move(part, folder);
        return [.. Directory.GetFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
    }

    private static void WriteFigures(string path, IReadOnlyList<EvaluatedNetwork> networks)
    {
        using FileStream stream = File.Create(path);
        using Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartArray();
        foreach (EvaluatedNetwork network in networks)
        {
            json.WriteStartObject();
            json.WriteString("network", NetworkWeights.NameOf(network.Plan));
            json.WriteString("split", network.Plan.Schedule.Phases[^1].Split);
            json.WriteNumber("samples", network.Outputs.Length);
            json.WriteNumber(network.Metric, network.Value);
            json.WriteString("data_sha256", network.Plan.DataHash);
            json.WriteString("weights_sha256", network.Plan.WeightsHash);
            json.WriteString("digest_before", network.Before);
            json.WriteString("digest_after", network.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static IEnumerable<IEnumerable<string>> Outputs(EvaluatedNetwork network, IReadOnlyList<string>? classes)
    {
        int width = network.Outputs.Length == 0 ? 0 : network.Outputs[0].Length;
        IEnumerable<int> cells = Enumerable.Range(0, width);
        string[] known =
            classes is null ? [.. cells.Select(cell => $"target_{cell}")] : ["label", "read_out", "correct"];
        yield return ["presented", "sample", .. known, .. cells.Select(cell => $"output_{cell}")];
        for (int i = 0; i < network.Outputs.Length; i++)
        {
            double[] output = network.Outputs[i], target = network.Targets[i];
            int label = ConfusionMatrix.Largest(target), read = ConfusionMatrix.Largest(output);
            IEnumerable<string> middle = classes is null
                ? target.Select(ConfusionText.Number)
                : [classes[label], classes[read], label == read ? "1" : "0"];
            yield return
            [
                ConfusionText.Number(i), network.Samples is { } order ? ConfusionText.Number(order[i]) : "",
                .. middle, .. output.Select(ConfusionText.Number),
            ];
        }
    }

    private static void Write(string path, IEnumerable<IEnumerable<string>> rows)
    {
        using StreamWriter writer = new(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        foreach (IEnumerable<string> row in rows)
            writer.WriteLine(Csv.Join(row));
    }
}
