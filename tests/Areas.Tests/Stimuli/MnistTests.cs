using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Areas.Toolkit.Files;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.Stimuli;

/// <summary>Images and labels in splits, on made-up files.</summary>
public sealed class MnistTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("palactors-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void SplitsInputsAndTargetsAreThoseOfTheFiles(bool packed)
    {
        MadeUpDigits.Write(_folder, train: 30, test: 7, rows: 4, columns: 3, packed);
        Mnist data = Mnist.Open(_folder);

        Assert.Equal((12, 10), (data.Inputs, data.Targets));
        Assert.Equal((25, 5, 7), (data.SamplesOf("train"), data.SamplesOf("validation"), data.SamplesOf("test")));
        double[] rates = new double[12], voltages = new double[10];
        foreach ((string split, int first) in new[] { ("train", 0), ("validation", 25), ("test", 1000) })
        {
            for (int sample = 0; sample < data.SamplesOf(split); sample++)
            {
                data.Input(split, sample, rates);
                data.Target(split, sample, voltages);
                Assert.Equal(Enumerable.Range(0, 12).Select(i => MadeUpDigits.Pixel(first + sample, i) / 256.0), rates);
                Assert.Equal(
                    Enumerable.Range(0, 10).Select(k => k == MadeUpDigits.Label(first + sample) ? 1.0 : 0.1), voltages);
            }

            Assert.Throws<ArgumentOutOfRangeException>(() => data.Input(split, data.SamplesOf(split), rates));
            Assert.Throws<ArgumentOutOfRangeException>(() => data.Target(split, -1, voltages));
        }

        Assert.Contains(
            "train, validation, test",
            Assert.Throws<ArgumentException>(() => data.SamplesOf("holdout")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderIsReadOnceWhoeverAsks()
    {
        MadeUpDigits.Write(_folder);
        Mnist[] seen = new Mnist[16];
        Parallel.For(0, seen.Length, i => seen[i] = Mnist.Open(
            i % 2 == 0 ? _folder : Path.Combine(_folder, "..", Path.GetFileName(_folder))));
        Assert.Single(seen.Distinct());
    }

    [Fact]
    public void AFailureIsNotKept()
    {
        MadeUpDigits.Write(_folder);
        string labels = Path.Combine(_folder, MadeUpDigits.Names[1] + ".gz");
        byte[] right = File.ReadAllBytes(labels);
        File.WriteAllBytes(labels, right[..^9]);
        Assert.Throws<DataFileException>(() => Mnist.Open(_folder));
        File.WriteAllBytes(labels, right);
        Assert.Equal(16, Mnist.Open(_folder).Inputs);
    }

    [Fact]
    public void ThePackedFileGoesBeforeThePlainOne()
    {
        MadeUpDigits.Write(_folder);
        foreach (string name in MadeUpDigits.Names)
            File.WriteAllText(Path.Combine(_folder, name), "something else");
        Assert.Equal(16, Mnist.Open(_folder).Inputs);
    }

    [Fact]
    public void APresentationAllocatesNothing()
    {
        MadeUpDigits.Write(_folder);
        Mnist data = Mnist.Open(_folder);
        double[] rates = new double[16], voltages = new double[10];
        Show();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            Show();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Show()
        {
            data.Input("validation", 3, rates);
            data.Target("test", 2, voltages);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AMissingFileIsNamedWithWhatToDo(int missing)
    {
        MadeUpDigits.Write(_folder);
        File.Delete(Path.Combine(_folder, MadeUpDigits.Names[missing] + ".gz"));
        Refused(MadeUpDigits.Names[missing], "palactors data get mnist", "data_folder");
    }

    [Fact]
    public void WhatDoesNotFitTogetherIsRefused()
    {
        Put(1, MadeUpDigits.Labels(29));
        Refused(MadeUpDigits.Names[1], "there are 29 labels", "valid is 30", MadeUpDigits.Names[0]);
        Put(1, MadeUpDigits.Idx(IdxFile.Labels, [30], [.. Enumerable.Repeat((byte)3, 17), 10, .. new byte[12]]));
        Refused(MadeUpDigits.Names[1], "label 17 is 10", "valid is 0 to 9");
        Put(2, MadeUpDigits.Images(7, 4, 5));
        Refused(MadeUpDigits.Names[2], "4 x 5", "valid is 4 x 4");
        Put(0, MadeUpDigits.Images(5, 4, 4), 1, MadeUpDigits.Labels(5));
        Refused(MadeUpDigits.Names[0], "there are 5 images", "valid is 6 or more");
    }

    [Fact]
    public void APlanNamesTheFolder()
    {
        MadeUpDigits.Write(_folder);
        NetworkPlan plan =
            SmallPlans.YinYang("PAL") with { Data = "mnist", DataFolder = _folder, Layers = [16, 5, 10] };
        PlannedNetwork network = new(plan);
        Assert.Equal((16, 10), (network.BuildStimulus(0).Width, network.BuildTarget(2).Width));
    }

    [Fact]
    public void TheMachinesOwnFolderFollowsTheEnvironment()
    {
        string root = Path.GetTempPath();
        Assert.Equal(
            Path.Combine(root, "a", "mnist"),
            DataFolders.Default(
                "mnist", name => name == DataFolders.Variable ? Path.Combine(root, "a") : Path.Combine(root, "b")));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(
                Path.Combine(root, "b", "palactors", "mnist"),
                DataFolders.Default("mnist", name => name == "XDG_DATA_HOME" ? Path.Combine(root, "b") : null));
        Assert.EndsWith(
            Path.Combine("palactors", "mnist"),
            DataFolders.Default("mnist", name => name == "XDG_DATA_HOME" ? "relative" : null),
            StringComparison.Ordinal);
        Assert.True(Path.IsPathFullyQualified(DataFolders.Default("mnist", _ => null)));
    }

    private void Put(params object[] files)
    {
        MadeUpDigits.Write(_folder);
        for (int i = 0; i < files.Length; i += 2)
            MadeUpDigits.Put(_folder, MadeUpDigits.Names[(int)files[i]], (byte[])files[i + 1], packed: true);
    }

    private void Refused(string file, params string[] parts)
    {
        string message = Assert.Throws<DataFileException>(() => Mnist.Open(_folder)).Message;
        Assert.StartsWith(Path.Combine(_folder, file), message, StringComparison.Ordinal);
        Assert.All(parts, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }
}
