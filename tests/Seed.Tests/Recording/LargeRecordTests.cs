using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Cli.Terminal;
using PalActors.Lab.Experiments;
using PalActors.TestKit;
using PureHDF;

namespace PalActors.Seed.Tests.Recording;

/// <summary>A record that is too large for one write is in every export as a whole.</summary>
public sealed class LargeRecordTests
{
    private const int Neurons = 40_000;

    // 160,000 values of W are two writes of an HDF5 file and many pieces on their way.
    [Fact]
    public async Task AWholeMatrixIsExportedAsItIs()
    {
        using TemporaryFolder folder = new();
        Invocation run = await Palactors.RunAsync(
            "run", folder.Write("small.yaml", Palactors.Small), "--out", folder["out"], "--quiet", "--ticks", "3",
            "--set", $"layers=[4, {Neurons}, 3]", "--set", "record=[{observable: W, area: 1, ticks: [0, 3]}]");
        Invocation npy = await Palactors.RunAsync("export", folder["out"], "--format", "npy");

        Assert.All(
            [run, npy], invocation => Assert.Equal((ExitCodes.Success, ""), (invocation.Code, invocation.Error)));
        PlainLoop loop = new(new PlannedNetwork(Assert.Single(NetworkPlans.Of(
            ExperimentReader.Read(CellModels.All, Path.Combine(folder["out"], "experiment.yaml"))))));
        double[] start = loop.Areas[0].Below.W.ToRowMajor();
        using var opened = H5File.OpenRead(Path.Combine(folder["out"], "recording.h5"));
        IH5Dataset w = opened.Dataset("PAL_7/area_1/W");
        Assert.Equal([2UL, Neurons, 4UL], w.Space.Dimensions);
        Assert.Equal(Enumerable.Range(0, Neurons), opened.Dataset("PAL_7/area_1/W_neurons").Read<int[]>());
        double[] values = w.Read<double[]>();
        Assert.True(start.AsSpan().SequenceEqual(values.AsSpan(0, start.Length)));
        using FileStream file = File.OpenRead(Path.Combine(folder["out"], "recording-npy", "PAL_7", "area_1", "W.npy"));
        file.Position = file.Length - (8L * values.Length);
        double[] bytes = new double[values.Length];
        file.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(bytes.AsSpan()));
        Assert.True(values.AsSpan().SequenceEqual(bytes));
    }
}
