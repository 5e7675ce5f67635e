using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Cli.Terminal;
using PureHDF;
using PureHDF.VOL.Native;

namespace PalActors.Seed.Tests.Recording;

/// <summary>Coordinates of records say what was shown when they were made.</summary>
public sealed class CoordinateTests : IDisposable
{
    private const string Record = "record=[{observable: input, every: 30}, {observable: target, every: 30}]";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("counter")]
    [InlineData("numpy-legacy")]
    public async Task SampleAndLabelAreThoseWhoseRatesAndTargetsWereRecorded(string generator)
    {
        using NativeFile file = await RunAsync("--set", $"generator={generator}");
        IH5Group input = file.Group("PAL_7/area_0"), target = file.Group("PAL_7/area_2");
        long[] ticks = input.Dataset("input_ticks").Read<long[]>();
        int[] samples = input.Dataset("input_sample").Read<int[]>();
        int[] labels = input.Dataset("input_label").Read<int[]>();
        sbyte[] phases = input.Dataset("input_phase").Read<sbyte[]>();
        string[] words = input.Dataset("input_phase").Attribute("flag_meanings").Read<string>().Split(' ');
        double[] rates = input.Dataset("input").Read<double[]>(), targets = target.Dataset("target").Read<double[]>();
        YinYang data = new(YinYang.OriginalSeed);

        Assert.Equal(Enumerable.Range(0, 64).Select(k => k * 30L), ticks);
        Assert.Equal(("start", -1, -1), (words[phases[0]], samples[0], labels[0]));
        double[] expected = new double[4];
        for (int i = 1; i < ticks.Length; i++)
        {
            data.Input(words[phases[i]], samples[i], expected);
            Assert.Equal(expected, rates[(4 * i)..((4 * i) + 4)]);
            double[] shown = targets[(3 * i)..((3 * i) + 3)];
            Assert.Equal(Array.IndexOf(shown, shown.Max()), labels[i]);
        }

        Assert.Equal(["start", "validation", "train", "test"], words);
        Assert.True(samples[1..].Distinct().Count() > 2);
    }

    [Fact]
    public async Task TimeEpochAndPhaseAreThoseOfTheSchedule()
    {
        using NativeFile file = await RunAsync();
        IH5Group group = file.Group("PAL_7/area_0");
        long[] ticks = group.Dataset("input_ticks").Read<long[]>();
        int[] epochs = group.Dataset("input_epoch").Read<int[]>();
        sbyte[] phases = group.Dataset("input_phase").Read<sbyte[]>();
        double[] times = group.Dataset("input_time_ms").Read<double[]>();

        // Three samples of 100 ticks validate, then four train and three validate twice, then two test.
        (long Last, int Epoch, int Phase)[] ends =
            [(0, 0, 0), (300, 0, 1), (700, 1, 2), (1000, 1, 1), (1400, 2, 2), (1700, 2, 1), (1900, 2, 3)];
        for (int i = 0; i < ticks.Length; i++)
        {
            (_, int epoch, int phase) = ends.First(end => ticks[i] <= end.Last);
            Assert.Equal((epoch, phase, ticks[i] * 0.01), (epochs[i], phases[i], times[i]));
        }

        IH5Group metrics = file.Group("PAL_7/metrics");
        Assert.Equal([0, 1, 2], metrics.Dataset("accuracy_validation_epoch").Read<int[]>());
        Assert.Equal([3.0, 10.0, 17.0], metrics.Dataset("accuracy_validation_time_ms").Read<double[]>());
    }

    [Fact]
    public async Task EveryAxisIsADimensionScale()
    {
        using NativeFile file = await RunAsync();
        foreach (string axis in (string[])["area_0/input_ticks", "area_0/input_neurons", "metrics/accuracy_test_ticks"])
        {
            IH5Attribute kind = file.Dataset($"PAL_7/{axis}").Attribute("CLASS");
            // What libraries look for is a string of fixed length.
            Assert.Equal((H5DataTypeClass.String, 16), (kind.Type.Class, kind.Type.Size));
            Assert.Equal("DIMENSION_SCALE", kind.Read<string>());
        }

        IH5Attribute axes = file.Dataset("PAL_7/area_0/input").Attribute("DIMENSION_LIST");
        Assert.Equal([2UL], axes.Space.Dimensions);
        Assert.False(file.Dataset("PAL_7/area_0/input_epoch").AttributeExists("CLASS"));
    }

    [Fact]
    public async Task AreasOfAGraphAreCalledByTheirNames()
    {
        Invocation run = await Palactors.RunAsync(
            "run", "streams", "--ticks", "20", "--out", _folder["out"], "--quiet", "--set",
            "record=[{observable: rate, every: 10}]");
        Assert.Equal((ExitCodes.Success, ""), (run.Code, run.Error));

        using var file = H5File.OpenRead(_folder["out/recording.h5"]);
        Assert.Equal(
            ["left", "mid", "right", "top"], file.Group("PAL_123456").Children().Select(area => area.Name).Order());
        Assert.Equal([0L, 10L, 20L], file.Dataset("PAL_123456/left/rate_ticks").Read<long[]>());
    }

    [Fact]
    public async Task WithoutItsExperimentARecordingHasTimesOnly()
    {
        (await RunAsync()).Dispose();
        File.Delete(_folder["out/experiment.yaml"]);

        Invocation export = await Palactors.RunAsync("export", _folder["out"], "--format", "csv");

        Assert.Equal((ExitCodes.Success, ""), (export.Code, export.Error));
        string header = File.ReadAllLines(_folder["out/recording-csv/PAL_7/area_0/input.csv"])[0];
        Assert.Equal("tick,time_ms,neuron_0,neuron_1,neuron_2,neuron_3", header);
    }

    [Fact]
    public async Task AnExperimentThatCannotBeReadIsNamed()
    {
        (await RunAsync()).Dispose();
        File.AppendAllText(_folder["out/experiment.yaml"], "\nnonsense: 1\n");

        Invocation export = await Palactors.RunAsync("export", _folder["out"], "--format", "npy");

        Assert.Equal((ExitCodes.Success, ""), (export.Code, export.Error));
        Assert.Contains(export.Lines, line => line.Contains("no epochs") && line.Contains("nonsense"));
    }

    private async Task<NativeFile> RunAsync(params string[] more)
    {
        Invocation run = await Palactors.RunAsync(
        [
            "run", _folder.Write("small.yaml", Palactors.Small), "--out", _folder["out"], "--quiet", "--set", Record,
            .. more,
        ]);
        Assert.Equal((ExitCodes.Success, ""), (run.Code, run.Error));
        return (NativeFile)H5File.OpenRead(_folder["out/recording.h5"]);
    }
}
