using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Tests.Files;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Tests.Stimuli;

/// <summary>Own data: splits, scaling and targets, against plain calculations.</summary>
public sealed class OwnDataTests : IDisposable
{
    private readonly ReaderFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void SplitsShareTheSamplesAmongThem()
    {
        WriteNumbers(50);
        IDataSet data = Open(("file", ["n.csv"]), ("labels", ["y"]), ("validation", ["0.2"]), ("test", ["0.1"]));
        Assert.Equal((35, 10, 5), (data.SamplesOf("train"), data.SamplesOf("validation"), data.SamplesOf("test")));
        double[] all = [.. Values(data, "train"), .. Values(data, "validation"), .. Values(data, "test")];
        Assert.Equal(Enumerable.Range(0, 50).Select(i => (double)i), all.Order());
        Assert.NotEqual(all.Order(), all);
    }

    [Fact]
    public void ASeedDecidesAboutTheOrderAndNoneKeepsIt()
    {
        WriteNumbers(50);
        double[][] orders =
        [
            .. new[] { "1", "1", "2", "none" }.Select(seed => Values(
                Open(("file", ["n.csv"]), ("labels", ["y"]), ("split_seed", [seed])), "train").ToArray()),
        ];
        Assert.Equal(orders[0], orders[1]);
        Assert.NotEqual(orders[0], orders[2]);
        Assert.Equal(Enumerable.Range(0, 40).Select(i => (double)i), orders[3]);
    }

    [Theory]
    [InlineData("min-max", "column")]
    [InlineData("min-max", "all")]
    [InlineData("z-score", "column")]
    [InlineData("z-score", "all")]
    public void ScalingTakesTheNumbersOfTheTrainingSamplesOnly(string scaling, string over)
    {
        double[][] rows = [[1, 10, 5], [2, 40, 5], [4, 20, 5], [3, 30, 5], [9, -50, 6], [0, 1000, 7]];
        string lines = string.Concat(rows.Select((row, i) => $"{string.Join(',', row)},{i % 2}\n"));
        _folder.Write("a.csv", "a,b,c,y\n" + lines);
        IDataSet data = Open(
            ("file", ["a.csv"]), ("labels", ["y"]), ("validation", ["0.17"]), ("test", ["0.17"]),
            ("split_seed", ["none"]), ("scaling", [scaling]), ("scaling_over", [over]));
        double[][] train = rows[..4];
        for (int i = 0; i < rows.Length; i++)
        {
            double[] read = new double[3];
            data.Input(i < 4 ? "train" : i == 4 ? "validation" : "test", i < 4 ? i : 0, read);
            for (int column = 0; column < 3; column++)
            {
                double[] known = over == "all"
                    ? [.. train.SelectMany(row => row)]
                    : [.. train.Select(row => row[column])];
                double mean = known.Average(), sd = Math.Sqrt(known.Average(v => (v - mean) * (v - mean)));
                double expected = scaling == "min-max"
                    ? (rows[i][column] - known.Min()) / (known.Max() - known.Min())
                    : (rows[i][column] - mean) / sd;
                // A column that does not vary says nothing.
                Assert.Equal(column == 2 && over == "column" ? 0 : expected, read[column], 12);
            }
        }
    }

    [Fact]
    public void MinMaxLeadsToTheRatesThatAreGiven()
    {
        WriteNumbers(5);
        IDataSet data = Open(
            ("file", ["n.csv"]), ("labels", ["y"]), ("split_seed", ["none"]), ("validation", ["0.2"]),
            ("test", ["0.2"]), ("scaling", ["min-max"]), ("rates", ["-1", "3"]));
        Assert.Equal([-1, 1, 3], Values(data, "train"));
        Assert.Equal([5], Values(data, "validation"));
        Assert.Equal([7], Values(data, "test"));
    }

    [Fact]
    public void ClassesAreInTheOrderOfTheirNamesAndHaveVoltages()
    {
        _folder.Write("a.csv", "x,y\n1,10\n2,9\n3,-1\n4,9\n");
        _folder.Write("b.csv", "x,y\n5,11\n6,9\n");
        IDataSet data = Open(
            ("file", ["a.csv"]), ("labels", ["y"]), ("validation", ["0.25"]), ("test", ["b.csv"]),
            ("split_seed", ["none"]), ("target_voltages", ["-0.5", "2"]));
        ILabelledDataSet labelled = Assert.IsAssignableFrom<ILabelledDataSet>(data);
        Assert.Equal((4, 4), (labelled.ClassCount, data.Targets));
        Assert.Equal([2, 1, 0], Enumerable.Range(0, 3).Select(i => labelled.ClassOf("train", i)));
        Assert.Equal([3, 1], Enumerable.Range(0, 2).Select(i => labelled.ClassOf("test", i)));
        double[] voltages = new double[4];
        data.Target("train", 0, voltages);
        Assert.Equal([-0.5, -0.5, 2, -0.5], voltages);
        OwnDataFacts facts = OwnDataSets.Describe(_folder[""], Options(
            ("file", ["a.csv"]), ("labels", ["y"]), ("validation", ["0.25"]), ("test", ["b.csv"]),
            ("split_seed", ["none"])));
        Assert.Equal(["-1", "9", "10", "11"], facts.Classes);
        Assert.Equal([[1, 1, 1, 0], [0, 1, 0, 0], [0, 1, 0, 1]], facts.Splits.Select(split => split.Balance));
    }

    [Fact]
    public void TargetsAreScaledLikeInputs()
    {
        _folder.Write("a.csv", "x,u,v\n1,10,7\n2,30,5\n3,20,6\n4,50,4\n5,0,9\n");
        (string, string[])[] options =
        [
            ("file", ["a.csv"]), ("targets", ["v", "u"]), ("validation", ["0.2"]), ("test", ["0.2"]),
            ("split_seed", ["none"]),
        ];
        double[] voltages = new double[2];
        IDataSet plain = Open(options);
        Assert.IsNotAssignableFrom<ILabelledDataSet>(plain);
        Assert.Equal((1, 2), (plain.Inputs, plain.Targets));
        plain.Target("validation", 0, voltages);
        Assert.Equal([4, 50], voltages);
        Open([.. options, ("target_scaling", ["min-max"]), ("target_voltages", ["0", "1"])])
            .Target("validation", 0, voltages);
        Assert.Equal([-0.5, 2], voltages);
        Open([.. options, ("target_scaling", ["z-score"])]).Target("train", 2, voltages);
        Assert.Equal([0, 0], voltages);
    }

    [Fact]
    public void FormatsOfTheSameNumbersAreTheSameData()
    {
        string numpy = _folder.Extract("f4");
        string csv = string.Concat(ReaderFolder.Values(ReaderFolder.Inputs(numpy)).Select(
            (row, i) => $"{string.Join(',', row)},{new[] { 3, 1, 3, 2 }[i]}\n"));
        _folder.Write("a.csv", "a,b,c,d,e,f,y\n" + csv);
        _folder.Extract("whole");
        (string, string[])[] split = [("validation", ["0.25"]), ("test", ["0.25"])];
        SplitUse[] uses = [new("test", 1), new("train", 2), new("validation", 1)];
        string[] hashes =
        [
            DataHash.Compute(Open([("file", ["a.csv"]), ("labels", ["y"]), .. split]), uses),
            DataHash.Compute(Open([("inputs", ["f4.npy"]), ("labels", ["whole.npy"]), .. split]), uses),
            DataHash.Compute(
                Open([("file", [ReaderFolder.Numpy("deflated")]), ("inputs", ["f8-big-fortran"]), ("labels", ["whole"]),
                    .. split]), uses),
        ];
        Assert.Single(hashes.Distinct());
        Assert.NotEqual(
            hashes[0],
            DataHash.Compute(
                Open([("inputs", ["f4.npy"]), ("labels", ["whole.npy"]), ("split_seed", ["5"]), .. split]), uses));
    }

    [Fact]
    public void AFileThatChangesIsReadAnewAndOthersAreNot()
    {
        WriteNumbers(20);
        (string, string[])[] options = [("file", ["n.csv"]), ("labels", ["y"])];
        IDataSet first = Open(options);
        Assert.Same(first, Open(options));
        WriteNumbers(30);
        Assert.Equal(24, Open(options).SamplesOf("train"));
        Assert.Equal(16, first.SamplesOf("train"));
    }

    [Theory]
    [InlineData("inputs=x.csv labels=three.csv", "there are 3 labels; valid is 4, one for each row of")]
    [InlineData("file=a.csv inputs=x* labels=y test=wide.csv", "wide.csv: a row has 2 values; valid is 1, as in")]
    [InlineData("file=a.csv inputs=x labels=same", "all labels are 'a'; valid are two classes or more.")]
    [InlineData("file=a.csv inputs=x labels=y", "of 4 samples 4 train, 0 validate and 0 test; valid is 1 or more")]
    public void FilesThatDoNotFitAreRefused(string options, string part)
    {
        _folder.Write("a.csv", "x,y,same\n1,a,a\n2,b,a\n3,a,a\n4,b,a\n");
        _folder.Write("wide.csv", "x,x2,y\n1,2,a\n");
        _folder.Write("x.csv", "x\n1\n2\n3\n4\n");
        _folder.Write("three.csv", "y\na\nb\nc\n");
        (string, string[])[] given =
            [.. options.Split(' ').Select(option => option.Split('=')).Select(pair => (pair[0], new[] { pair[1] }))];
        Assert.Contains(part, ReaderFolder.Refused(() => Open(given)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("labels", "data.file: it is missing, and so is inputs")]
    [InlineData("file labels targets", "data.targets: it is given beside labels")]
    [InlineData("file labels rates", "data.rates: it is given, and scaling is none")]
    [InlineData("file labels scaling_over", "data.scaling_over: it is given, and scaling is none")]
    [InlineData("file labels target_scaling", "data.target_scaling: it is given, and there are no targets")]
    [InlineData("file target_voltages", "data.target_voltages: it is given, and there are no labels")]
    [InlineData("file labels test.inputs", "data.test: it is a map, and inputs and labels come from file")]
    [InlineData("inputs labels test.inputs", "data.test: its files are not those that the training samples have")]
    [InlineData("inputs labels test", "data.test: it names files, and inputs and labels come apart")]
    public void WhatDoesNotFitTogetherIsRefused(string keys, string part)
    {
        PlanOption[] given = [.. keys.Split(' ').Select(key => new PlanOption(key, ["a.csv"]))];
        Assert.Contains(
            part, Assert.Throws<ParameterException>(() => OwnDataBlock.Of(given)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DefaultsAreWhatTheyAreAndStayThat()
    {
        PlanOption[] full = OwnDataBlock.Of(Options(("file", ["a.csv"]), ("labels", ["y"]))).Options;
        Assert.Equal(
            "file=a.csv labels=y validation=0.1 test=0.1 split_seed=1 scaling=none target_voltages=0.1,1",
            string.Join(' ', full.Select(option => $"{option.Name}={string.Join(',', option.Values)}")));
        PlanOption[] again = OwnDataBlock.Of(full).Options;
        Assert.Equal(
            full.Select(option => (option.Name, string.Join(',', option.Values))),
            again.Select(option => (option.Name, string.Join(',', option.Values))));
    }

    private static PlanOption[] Options(params (string Key, string[] Values)[] options) =>
        [.. options.Select(option => new PlanOption(option.Key, option.Values))];

    private static IEnumerable<double> Values(IDataSet data, string split)
    {
        double[] value = new double[1];
        for (int sample = 0; sample < data.SamplesOf(split); sample++)
        {
            data.Input(split, sample, value);
            yield return value[0];
        }
    }

    private void WriteNumbers(int count) => _folder.Write(
        "n.csv", "x,y\n" + string.Concat(Enumerable.Range(0, count).Select(i => $"{i},{i % 2}\n")));

    private IDataSet Open(params (string, string[])[] options) =>
        DataSets.Open(OwnDataSets.Name, _folder[""], Options(options));
}
