using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Models;
using PalActors.Lab.Experiments;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using PalActors.TestKit;
using PureHDF;

namespace PalActors.Seed.Tests.Recording;

/// <summary>Weights and potentials of convolutions, whose shapes do not follow from the layers.</summary>
public sealed class ConvolutionRecordingTests : IDisposable
{
    // 3x16x16 -> 2 filters of 5, 2x12x12, pools of 2: 2x6x6 -> 4 filters of 3, 4x4x4 -> 10 classes.
    private const string Experiment = """
        cells: rate
        model: PAL
        layers: [768, 72, 64, 10]
        channels: 3
        kernel: [5, 3, 0]
        pool: [2, 1, 1]
        data: shapes
        train: 12
        validation: 4
        test: 4
        batch_size: 4
        eta_W: 1
        eta_B: 1
        sigma: 0.05
        pool_sigma: [0.05, 0, 0]
        evaluation_noise: false
        dt: 0.1
        Tpres: 1
        seeds: [3]
        epochs: 1

        """;

    private const string Record =
        "record=[{observable: W, ticks: [33]}, {observable: b, ticks: [33]}, {observable: B, ticks: [33]}, "
        + "{observable: prospective_potential, ticks: [33]}, {observable: W, area: 2, neurons: [1, 3], every: 11}]";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RecordsAreTheStateOfAPlainLoopInTheShapeOfTheWeights()
    {
        Invocation run = await RunAsync("out", Record);
        Assert.Equal((0, ""), (run.Code, run.Error));
        AreaState[] areas = Loop(33).Capture(CaptureKind.Observed);

        using var opened = H5File.OpenRead(_folder["out/recording.h5"]);
        IH5Group network = opened.Group("PAL_3");
        Check("area_1/W", [1, 2, 75], areas[0]["W"].Values);
        Check("area_2/W", [1, 4, 18], areas[1]["W"].Values);
        Check("area_3/W", [1, 10, 64], areas[2]["W"].Values);
        Check("area_1/b", [1, 2], areas[0]["b"].Values);
        Check("area_2/b", [1, 4], areas[1]["b"].Values);
        // B leads from the area above, a convolution, and from the dense top.
        Check("area_1/B", [1, 4, 18], areas[0]["B"].Values);
        Check("area_2/B", [1, 64, 10], areas[1]["B"].Values);
        // Of the first of four samples, before the pool.
        Check("area_1/prospective_potential", [1, 288], areas[0]["ub"].Values[..288]);
        Check("area_2/prospective_potential", [1, 64], areas[1]["ub"].Values[..64]);
        double[] rows = network.Dataset("area_2/W_2").Read<double[]>()[(3 * 36)..(4 * 36)];
        Assert.Equal([.. areas[1]["W"].Values[18..36], .. areas[1]["W"].Values[54..72]], rows);

        void Check(string name, ulong[] shape, double[] values)
        {
            IH5Dataset dataset = network.Dataset(name);
            Assert.Equal(shape, dataset.Space.Dimensions);
            Assert.Equal(values, dataset.Read<double[]>());
            Assert.Contains(values, value => value != 0);
        }
    }

    [Fact]
    public async Task RecordingChangesNoBit()
    {
        Invocation with = await RunAsync("with", Record), without = await RunAsync("without", "record=[]");
        string[] bare = await UnrecordedRun.DigestsAsync(_folder["conv.yaml"]);

        Assert.Single(bare);
        Assert.Equal(bare, UnrecordedRun.DigestsOf(with));
        Assert.Equal(bare, UnrecordedRun.DigestsOf(without));
    }

    [Fact]
    public async Task ExportsOfOtherFormatsHaveTheSameShape()
    {
        Assert.Equal(0, (await RunAsync("out", Record)).Code);
        foreach (string format in (string[])["npy", "csv"])
            Assert.Equal(0, (await Palactors.RunAsync("export", _folder["out"], "--format", format)).Code);

        string npy = File.ReadAllText(_folder["out/recording-npy/PAL_3/area_1/W.npy"]);
        Assert.Contains("'shape': (1, 2, 75)", npy, StringComparison.Ordinal);
        string csv = File.ReadAllLines(_folder["out/recording-csv/PAL_3/area_2/W_2.csv"])[0];
        Assert.Equal(6 + (2 * 18), csv.Split(',').Length);
        Assert.EndsWith(",row_3_column_17", csv, StringComparison.Ordinal);
    }

    private AreaLoop Loop(long tick)
    {
        NetworkPlan plan =
            NetworkPlans.Of(ExperimentReader.Read(CellModels.All, _folder.Write("conv.yaml", Experiment)))[0];
        AreaLoop loop = new(CellModels.All.Bind(plan, SpareThreads.None), plan.Schedule, plan.Top);
        loop.RunTo(tick);
        return loop;
    }

    private Task<Invocation> RunAsync(string folder, string record) => Palactors.RunAsync(
        "run", _folder.Write("conv.yaml", Experiment), "--digest", "--quiet", "--out", _folder[folder], "--set",
        record);
}
