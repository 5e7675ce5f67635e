using System.Globalization;
using System.Text;
using PalActors.Areas.Contract.Models;
using PalActors.Lab.Experiments;

namespace PalActors.Lab.Sweeps;

/// <summary>The file sweep.yaml, which defines a sweep.</summary>
/// <remarks>
/// People can read it, and a digest of all points shows a later command whether its sweep is the same.
/// </remarks>
/// <param name="Kind">Kind of sweep.</param>
/// <param name="Columns">Names of the columns that identify the points.</param>
/// <param name="Experiment">The experiment of the first point.</param>
internal sealed record SweepDefinition(string Kind, IReadOnlyList<string> Columns, Experiment Experiment)
{
    /// <summary>Number of its points.</summary>
    public int Points { get; private init; }

    /// <summary>Number of networks of all points.</summary>
    public int Networks { get; private init; }

    /// <summary>The text of the file.</summary>
    /// <param name="request">The sweep as requested.</param>
    /// <param name="networks">Number of networks.</param>
    /// <param name="digest">Digest of the effective experiments of all points.</param>
    /// <param name="data">SHA-256 of the data of all points.</param>
    /// <param name="experiment">The experiment of the first point.</param>
    public static string Write(
        SweepRequest request, int networks, string digest, IEnumerable<string> data, Experiment experiment)
    {
        string effective = ExperimentWriter.WriteResults(experiment);
        StringBuilder yaml = new();
        yaml.Append("# What this sweep is. The same command with the same folder ");
        yaml.Append("goes on with the networks that are missing in sweep.csv.\n");
        yaml.Append($"kind: {request.Kind}\nname: {YamlText.Quote(experiment.Name)}\n");
        yaml.Append($"columns: {List(request.Columns)}\n");
        yaml.Append(CultureInfo.InvariantCulture, $"points: {request.Points.Count}\nnetworks: {networks}\n");
        yaml.Append(CultureInfo.InvariantCulture, $"digest: {digest}\n");
        yaml.Append($"# SHA-256 of the data of all points.\ndata: {List(data)}\n");
        yaml.Append("over:\n");
        for (int column = 0; column < request.Columns.Count; column++)
        {
            IEnumerable<string> values = request.Points.Select(point => point.Values[column]).Distinct();
            yaml.Append($"  {YamlText.Quote(request.Columns[column])}: {List(values)}\n");
        }

        if (request.Columns.Count == 0)
            yaml.Append("  {}\n");
        yaml.Append("# The effective experiment of the first point.\nexperiment: |\n");
        foreach (string line in effective.TrimEnd('\n').Split('\n'))
            yaml.Append(line.Length > 0 ? "  " : "").Append(line).Append('\n');
        return yaml.ToString();
    }

    /// <summary>Reads it back.</summary>
    /// <param name="models">The cell models.</param>
    /// <param name="folder">The folder of a sweep.</param>
    /// <exception cref="InputException">There is none, or it has been changed.</exception>
    public static SweepDefinition Read(ModelRegistry models, string folder)
    {
        string path = Path.Combine(folder, SweepFiles.Definition);
        YamlMap map = YamlReader.ReadFile(path);
        YamlMap experiment = YamlReader.Read(Scalar("experiment"), path, lines: false) as YamlMap ?? throw Damaged();
        YamlList columns = Find("columns") as YamlList ?? throw Damaged();
        return new SweepDefinition(
            Scalar("kind"),
            [.. columns.Items.OfType<YamlScalar>().Select(item => item.Text)],
            ExperimentReader.Read(models, path, experiment, []) with { Name = Scalar("name") })
        {
            Points = Count("points"),
            Networks = Count("networks"),
        };

        YamlNode? Find(string key) => map.Entries.FirstOrDefault(entry => entry.Key == key)?.Value;

        string Scalar(string key) => Find(key) is YamlScalar scalar ? scalar.Text : throw Damaged();

        int Count(string key) => int.TryParse(
            Scalar(key), NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : throw Damaged();

        InputException Damaged() => new(
            $"{path}: this is not the definition of a sweep; "
            + "valid is the folder of a 'palactors sweep' or 'study'.");
    }

    private static string List(IEnumerable<string> texts) =>
        $"[{string.Join(", ", texts.Select(YamlText.Quote))}]";
}
