using PalActors.Lab;
using PalActors.Lab.Experiments;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Tests;

/// <summary>Experiments whose networks are graphs of areas.</summary>
public sealed class GraphExperimentTests : IDisposable
{
    private const string Areas = """
        areas:
          - {name: x, inputs: [0, 2]}
          - {name: y, inputs: [1, 3]}
          - {name: left, cells: 6}
          - {name: right, cells: 5}
          - {name: top, cells: 3, target: all}

        """;

    private const string Pathways = """
        pathways:
          - {from: x, to: left}
          - {from: y, to: right}
          - {from: left, to: top}
          - {from: right, to: top}

        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("palactors-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("streams", 4)]
    [InlineData("skip", 3)]
    [InlineData("loop", 2)]
    public void TheShippedOnesAreReadAsTheyAreWrittenBack(string name, int areas)
    {
        Experiment read = ExperimentReader.Read(CellModels.All, ExperimentFiles.Resolve(name));
        string path = Write(ExperimentWriter.Write(read));
        Experiment again = ExperimentReader.Read(CellModels.All, path);

        Assert.Equal(areas, read.Graph.WithCells.Count);
        Assert.Equal(ExperimentWriter.WriteResults(read), ExperimentWriter.WriteResults(again));
        Assert.Equal(
            NetworkPlans.Of(read)[0].Options.Select(option => (option.Name, string.Join(" ", option.Values))),
            NetworkPlans.Of(again)[0].Options.Select(option => (option.Name, string.Join(" ", option.Values))));
    }

    [Fact]
    public void EntriesHaveValuesOfTheirOwnAndPathwaysBeforeAreas()
    {
        Experiment read = Read(
            Areas.Replace("cells: 6", "cells: 6, eta_fw: 7, eta_bw: 0.25, activation: tanh", StringComparison.Ordinal),
            Pathways.Replace(
                "from: left, to: top", "from: left, to: top, eta_bw: 0.125, delay_up: 3", StringComparison.Ordinal));

        Assert.Equal(["7", "5", "5", "5"], Values(read, "eta_fw"));
        Assert.Equal(["0.125", "0.5"], Values(read, "eta_bw"));
        Assert.Equal(["tanh", "logistic", "logistic"], Values(read, "activation"));
        Assert.Equal(["3", "0"], Values(read, "delay_up"));
        Assert.Equal(["0"], Values(read, "delay_down"));
    }

    [Fact]
    public void EntriesHaveValuesByEpochAndOthersKeepTheirs()
    {
        Experiment read = Read(
            Areas.Replace("cells: 6", "cells: 6, eta_fw: {0: 7, 3: 1}", StringComparison.Ordinal),
            Pathways.Replace("from: right, to: top", "from: right, to: top, eta_fw: {0: 2, 4: 0.5}",
                StringComparison.Ordinal),
            new Override("--set", "eta_fw", "{0: 5, 4: 3}"), new Override("--set", "epochs", "5"));

        // Pathways into left, right, and from left and right to top.
        PlanOption option = NetworkPlans.Of(read)[0].Options.First(one => one.Name == "eta_fw");
        Assert.Equal(["7", "5", "5", "2"], option.Values);
        Assert.Equal([3, 4], option.Later.Select(later => later.Epoch));
        Assert.Equal(["1", "5", "5", "2"], option.Later[0].Values);
        Assert.Equal(["1", "3", "3", "0.5"], option.Later[1].Values);

        string written = ExperimentWriter.Write(read);
        Assert.Contains("{from: x, to: left, eta_fw: {0: 7, 3: 1}}", written, StringComparison.Ordinal);
        PlanOption again = NetworkPlans.Of(ExperimentReader.Read(CellModels.All, Write(written)))[0].Options
            .First(one => one.Name == "eta_fw");
        Assert.Equal(option.Values, again.Values);
        Assert.Equal(option.Later.Select(later => later.Values), again.Later.Select(later => later.Values));
        InputException error = Assert.Throws<InputException>(() => Read(
            Areas.Replace("cells: 6", "cells: 6, eta_fw: {0: [7, 1], 3: 1}", StringComparison.Ordinal), Pathways));
        Assert.Contains("valid is one value, or one by epoch", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ValuesOfTheCommandLineReachAPathwayOrAnArea()
    {
        Experiment read = Read(
            Areas,
            Pathways,
            new Override("--set", "pathways.right-top.delay_up", "4"),
            new Override("--set", "areas.left.cells", "9"),
            new Override("--set", "read_out", "top"));

        Assert.Equal(["0", "4"], Values(read, "delay_up"));
        Assert.Equal([2, 2, 9, 5, 3], read.Layers);
        Assert.Equal(4, read.Graph.ReadOut);
        InputException error = Assert.Throws<InputException>(
            () => Read(Areas, Pathways, new Override("--set", "pathways.top-left.delay_up", "4")));
        Assert.Contains("valid is x-left, y-right, left-top, right-top", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PlacementAndRecordingsTakeNames()
    {
        Experiment read = Read(
            Areas,
            Pathways,
            new Override("--placement", "placement", PlacementReader.ToYaml("left,4;right")),
            new Override("--set", "record", "[{observable: rate, area: [left, 3], every: 100}]"));

        Assert.Equal([[2, 4], [3]], read.Placement!);
        Assert.Equal([2, 3], Assert.Single(read.Record).Areas);
        string written = ExperimentWriter.Write(read);
        Assert.Contains("placement: [[left, top], [right]]", written, StringComparison.Ordinal);
        Assert.Contains("area: [left, right]", written, StringComparison.Ordinal);
        Experiment again = ExperimentReader.Read(CellModels.All, Write(written));
        Assert.Equal(read.Placement!, again.Placement!);
        Assert.Equal([2, 3], Assert.Single(again.Record).Areas);
    }

    [Theory]
    [InlineData("placement", "[[left], [tops, right]]", "placement holds 'tops'; valid are left, right, top")]
    [InlineData("placement", "[[left], [top]]", "leaves out area right; it must name each of left, right, top")]
    [InlineData("placement", "[[left, right], [top, right]]", "placement names area right more than once")]
    [InlineData("placement", "[[left, right], [top, x]]", "placement names area x; valid are left, right, top")]
    [InlineData("placement", "[[left, right], [top, 9]]", "placement names area 9; valid are left, right, top")]
    [InlineData("record", "[{observable: rate, area: x, every: 1}]", "is 'x'; rate is in areas left, right, top")]
    [InlineData("record", "[{observable: B, area: top, every: 1}]", "is 'top'; B is in areas left, right")]
    [InlineData("pathways.left-top.delay_up", "-1", "pathways.left-top.delay_up is '-1'; valid is a whole number")]
    [InlineData("areas.left.eta_fw", "-2", "areas.left.eta_fw is '-2'; valid is")]
    [InlineData("areas", "[]", "areas is []; valid is a list of maps")]
    public void WhatIsWrongOnTheCommandLineIsNamedByItsArea(string key, string value, string expected)
    {
        InputException error = Assert.Throws<InputException>(
            () => Read(Areas, Pathways, new Override("--set", key, value)));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("to: right}", "to: middle}", "pathways[1].to is 'middle'; valid is one of x, y, left, right, top")]
    [InlineData("from: y, to: right", "from: x, to: left", "leads from x to left, as an earlier one")]
    [InlineData("from: y, to: right", "from: right, to: right", "leads from right to itself")]
    [InlineData("from: y, to: right", "from: right, to: y", "leads to y, an input")]
    [InlineData("from: y, to: right", "from: y, to: left", "areas.right is reached from no input")]
    [InlineData("from: y, to: right", "from: left, to: right", "areas.y is an input that no area sees")]
    [InlineData("name: right", "name: left", "areas[3].name is 'left', as of area 2")]
    [InlineData("name: right", "name: 2nd", "areas[3].name is '2nd'")]
    [InlineData("inputs: [1, 3]", "inputs: [1, 4]", "areas.y.inputs names column 4 of yin-yang; valid is 0 to 3")]
    [InlineData("inputs: [1, 3]", "inputs: [1, 1]", "valid are different columns")]
    [InlineData("target: all", "target: [0, 1, 3]", "areas.top.target names column 3 of yin-yang; valid is 0 to 2")]
    [InlineData("target: all", "target: [0, 1]", "has 2 columns; valid are 3")]
    [InlineData(
        "cells: 3, target: all", "cells: 1, target: all",
        "areas.top.cells is 1, and classes are read out of it; valid is 3, the classes of yin-yang")]
    [InlineData("cells: 3, target: all", "cells: 1, target: [2]", "areas.top.cells is 1, and classes are read out")]
    [InlineData("cells: 3, target: all", "cells: 2, target: all", "areas.top.cells is 2, and classes are read out")]
    [InlineData(
        "cells: 3, target: all", "cells: 4, target: all",
        "areas.top.cells is 4 with target all; valid is 3, the classes of yin-yang")]
    [InlineData("cells: 3,", "cells: 3, eta_bw: 7,", "areas.top.eta_bw is '7', and no pathway leads up from top")]
    [InlineData("cells: 3,", "cells: 3, noise_scale: 1,", "areas.top.noise_scale is '1', and no pathway leads up")]
    [InlineData("cells: 5", "cells: 3000000000", "'3000000000'; valid is a whole number from 1 to 2147483647")]
    [InlineData("from: x, to: left", "from: x, to: left, delay: 3", "'delay' is not a key; valid is one of from, to,")]
    [InlineData(", target: all", "", "0 areas with a target")]
    [InlineData("cells: 5", "cells: 5, target: [0, 1, 2, 0, 1]", "valid are different columns")]
    [InlineData("cells: 5", "cells: 3, target: [0, 1, 2]", "2 areas with a target")]
    [InlineData("cells: 5", "cells: 5, inputs: [1]", "areas.right has inputs and cells")]
    [InlineData("cells: 5", "cells: 5, delay_up: 1", "'delay_up' is not a key")]
    [InlineData("cells: 5", "cells: 5, eta_fw: [1, 2]", "areas.right.eta_fw is [1, 2]; valid is one value")]
    [InlineData("from: x, to: left", "from: x, to: left, delay_up: 1", "'delay_up' is not a key")]
    [InlineData("areas:", "layers: [4, 5, 3]\nareas:", "layers is given beside areas")]
    [InlineData("areas:", "eta_IP: [1, 2]\nareas:", "eta_IP is [1, 2]; valid with areas is one value")]
    [InlineData("areas:", "generator: numpy-legacy\nareas:", "valid is counter")]
    [InlineData("areas:", "read_out: left\nareas:", "read_out is 'left'; valid with areas is one with a target: top")]
    public void WhatIsWrongIsNamed(string text, string wrong, string expected)
    {
        string all = Areas + Pathways;
        Assert.Contains(text, all, StringComparison.Ordinal);
        InputException error = Assert.Throws<InputException>(
            () => Read(all.Replace(text, wrong, StringComparison.Ordinal), ""));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void OtherTargetsMayBeSomeOfTheColumns()
    {
        string areas = Areas.Replace("cells: 5", "cells: 1, target: [2]", StringComparison.Ordinal);
        Assert.Equal(4, Read(areas, Pathways, new Override("--set", "read_out", "top")).Graph.ReadOut);
    }

    [Theory]
    [InlineData(
        "cells: 4, target: all", "top", "areas.right.cells is 4 with target all; valid is 1 to 3, the classes of")]
    [InlineData("cells: 2, target: all", "right", "areas.right.cells is 2, and classes are read out of it; valid is 3")]
    public void TargetsBesideThatOfTheTopAreChecked(string right, string readOut, string expected)
    {
        string areas = Areas.Replace("cells: 5", right, StringComparison.Ordinal);
        InputException error = Assert.Throws<InputException>(
            () => Read(areas, Pathways, new Override("--set", "read_out", readOut)));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("layers: [4, 5, 3]\n")]
    public void PathwaysWithoutAreasLackThem(string layers)
    {
        InputException error = Assert.Throws<InputException>(() => Read(layers, Pathways));
        Assert.Contains("pathways is given, and areas is missing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AlignedTargetsTakeWaysOfOneLength()
    {
        Override aligned = new("--set", "target_delay", "aligned");
        string late = Pathways.Replace(
            "from: left, to: top", "from: left, to: top, delay_up: 3", StringComparison.Ordinal);
        InputException error = Assert.Throws<InputException>(() => Read(Areas, late, aligned));
        Assert.Contains("inputs reach area top after 0 and after 3 ticks", error.Message, StringComparison.Ordinal);
        Read(Areas, Pathways, aligned, new Override("--set", "delay_up", "3"));
    }

    [Fact]
    public void ATaskForChainsSaysSo()
    {
        string teacher = "task: fw_bw\ndataset_size: 5\ndata_seed: 7\n" + Areas + Pathways;
        InputException error = Assert.Throws<InputException>(() => Read(teacher, "", withData: false));
        Assert.Contains(
            "task fw_bw is for chains; valid with areas is classification, bw_only",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void FeedbackAloneLearnsOnAGraph()
    {
        string task = "task: bw_only\ndataset_size: 5\n" + Areas + Pathways;
        Experiment read = Read(task, "", withData: false);
        Assert.Equal("uniform", NetworkPlans.Of(read)[0].Data);
    }

    private static string[] Values(Experiment read, string name) =>
        NetworkPlans.Of(read)[0].Options.First(option => option.Name == name).Values;

    private Experiment Read(string areas, string pathways, params Override[] overrides) =>
        Read(areas, pathways, withData: true, overrides);

    private Experiment Read(string areas, string pathways, bool withData, params Override[] overrides)
    {
        string rest = """
            task: classification
            data: yin-yang
            model: PAL
            seeds: [1]
            epochs: 1
            eta_fw: 5
            eta_bw: 0.5
            eta_IP: 0.5
            eta_PI: 0.2

            """;
        string[] given = [.. (areas + pathways).Split('\n').Select(line => line.Split(':')[0])];
        IEnumerable<string> kept = rest.Split('\n').Where(line =>
            !given.Where(key => key.Length > 0).Contains(line.Split(':')[0])
            && (withData || !line.StartsWith("data:", StringComparison.Ordinal)));
        return ExperimentReader.Read(CellModels.All, Write(areas + pathways + string.Join('\n', kept)), overrides);
    }

    private string Write(string text)
    {
        string path = Path.Combine(_folder.FullName, "graph.yaml");
        File.WriteAllText(path, text);
        return path;
    }
}
