using System.Text.Json.Nodes;
using PalActors.Lab.Experiments;

namespace PalActors.Seed.Tests;

/// <summary>The schema of experiment files that editors use.</summary>
public sealed class SchemaTests
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "experiments");

    [Fact]
    public void TheCommittedFileIsWhatTheTablesGive() =>
        Assert.Equal(
            ExperimentSchema.Write(CellModels.All),
            File.ReadAllText(Path.Combine(s_folder, "experiment.schema.json")).ReplaceLineEndings("\n"));

    [Fact]
    public async Task TheCommandPrintsIt() =>
        Assert.Equal(ExperimentSchema.Write(CellModels.All), (await Palactors.RunAsync("schema")).Output);

    [Fact]
    public void EveryKeyIsThere()
    {
        JsonObject properties = JsonNode.Parse(ExperimentSchema.Write(CellModels.All))!["properties"]!.AsObject();
        IEnumerable<string> keys = CellModels.All.All.SelectMany(cells => new CellKeys(cells).Names).Distinct();
        Assert.Equal(keys.Order(), properties.Select(property => property.Key).Order());
        Assert.All(properties, property => Assert.NotEqual("", (string?)property.Value!["description"]));
    }

    [Fact]
    public void AKeyThatNotAllCellsHaveSaysWhoseItIs()
    {
        JsonObject properties = JsonNode.Parse(ExperimentSchema.Write(CellModels.All))!["properties"]!.AsObject();
        Assert.StartsWith("cells rate: PAL: learning rate of B", Text("eta_B"), StringComparison.Ordinal);
        Assert.StartsWith("cells microcircuit: ", Text("eta_fw"), StringComparison.Ordinal);
        Assert.DoesNotContain("cells", Text("delay_up"), StringComparison.Ordinal);
        Assert.Matches("^cells microcircuit: .*; default logistic. cells rate: .*; default tanh$", Text("activation"));

        string Text(string key) => (string)properties[key]!["description"]!;
    }

    [Fact]
    public void EveryShippedExperimentNamesIt() =>
        Assert.All(Directory.GetFiles(s_folder, "*.yaml"), file => Assert.Equal(
            "# yaml-language-server: $schema=experiment.schema.json", File.ReadLines(file).First()));
}
