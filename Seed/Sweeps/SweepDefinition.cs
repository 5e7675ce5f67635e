using System.Globalization;
using System.Text;
using PalActors.Seed.Experiments;

namespace PalActors.Seed.Sweeps;

/// <summary>The file sweep.yaml: what a sweep is, in words for people and with a digest of all of its points, so that a later command can tell whether it is the same.</summary>
/// <param name="Kind">Word for what it is.</param>
/// <param name="Columns">Names of the columns that tell the points apart.</param>
/// <param name="Experiment">The experiment of the first point.</param>
public sealed record SweepDefinition(string Kind, IReadOnlyList<string> Columns, Experiment Experiment)
{
    /// <summary>The text of the file.</summary>
    /// <param name="request">What is swept.</param>
    /// <param name="networks">Number of networks.</param>
    /// <param name="digest">Digest of the effective experiments of all points.</param>
    /// <param name="data">SHA-256 of the data of all points.</param>
    /// <param name="experiment">The experiment of the first point.</param>
    public static string Write(
        SweepRequest request, int networks, string digest, IEnumerable<string> data, Experiment experiment)
    {
        string effective = ExperimentWriter.Write(experiment with { Name = "" });
        StringBuilder yaml = new();
        yaml.Append("# What this sweep is. The same command with the same --out goes on with the networks that are missing in sweep.csv.\n");
        yaml.Append($"kind: {request.Kind}\nname: {ExperimentWriter.Quote(experiment.Name)}\n");
        yaml.Append($"columns: {List(request.Columns)}\n");
        yaml.Append(CultureInfo.InvariantCulture, $"points: {request.Points.Count}\nnetworks: {networks}\ndigest: {digest}\n");
        yaml.Append($"# SHA-256 of the data of all points.\ndata: {List(data)}\n");
        yaml.Append("over:\n");
        for (int column = 0; column < request.Columns.Count; column++)
        {
            IEnumerable<string> values = request.Points.Select(point => point.Values[column]).Distinct();
            yaml.Append($"  {ExperimentWriter.Quote(request.Columns[column])}: {List(values)}\n");
        }

        if (request.Columns.Count == 0)
            yaml.Append("  {}\n");
        yaml.Append("# The effective experiment of the first point.\nexperiment: |\n");
        foreach (string line in effective.TrimEnd('\n').Split('\n'))
            yaml.Append(line.Length > 0 ? "  " : "").Append(line).Append('\n');
        return yaml.ToString();
    }

    /// <summary>Reads it back.</summary>
    /// <param name="folder">The folder of a sweep.</param>
    /// <exception cref="InputException">There is none, or it has been changed.</exception>
    public static SweepDefinition Read(string folder)
    {
        string path = Path.Combine(folder, SweepFiles.Definition);
        YamlMap map = YamlReader.ReadFile(path);
        YamlMap experiment = YamlReader.Read(Scalar("experiment"), path, lines: false) as YamlMap ?? throw Damaged();
        return new SweepDefinition(
            Scalar("kind"),
            Find("columns") is YamlList list ? [.. list.Items.OfType<YamlScalar>().Select(item => item.Text)] : throw Damaged(),
            ExperimentReader.Read(path, experiment, []) with { Name = Scalar("name") });

        YamlNode? Find(string key) => map.Entries.FirstOrDefault(entry => entry.Key == key)?.Value;

        string Scalar(string key) => Find(key) is YamlScalar scalar ? scalar.Text : throw Damaged();

        InputException Damaged() => new($"{path}: this is not the definition of a sweep; valid is the folder of a 'palactors sweep' or 'study'.");
    }

    private static string List(IEnumerable<string> texts) =>
        $"[{string.Join(", ", texts.Select(ExperimentWriter.Quote))}]";
}
