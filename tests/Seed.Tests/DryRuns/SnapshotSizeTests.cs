using System.Globalization;
using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Models;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Tests.DryRuns;

/// <summary>Sizes that are known before a run, against states and files as they are.</summary>
public sealed class SnapshotSizeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    // Vectors of microcircuits are counted roughly.
    [InlineData("yin-yang", "layers=[4, 400, 300, 3]", "eta_fw=0.1", 0.02)]
    [InlineData("yin-yang", "layers=[4, 400, 300, 3]", "model=BP", 0.02)]
    [InlineData("streams", "areas.left.cells=200", "areas.mid.cells=200", 0.1)]
    [InlineData("autoencoder", "batch_size=8", "seeds=1", 0.001)]
    [InlineData("mnist-conv", "model=PAL", "batch_size=8", 0.001)]
    [InlineData("mnist-conv", "model=FA", "batch_size=8", 0.001)]
    [InlineData("mnist-conv", "model=DFA", "batch_size=8", 0.001)]
    [InlineData("mnist-conv", "model=BP", "batch_size=8", 0.001)]
    [InlineData("cifar10-dense", "model=PAL", "batch_size=8", 0.001)]
    public void ACapturedStateHasThePlannedSize(string experiment, string one, string other, double tolerance)
    {
        string[] rates = other == "model=BP" ? ["eta_fw=0.1"] : [];
        NetworkPlan plan = PlannedRuns.Networks(experiment, [one, other, .. rates])[0];
        INetwork network = CellModels.All.Bind(plan, SpareThreads.None);
        IReadOnlyList<AreaFootprint> planned = CellModels.All.Of(plan).Footprints(plan);
        long[] captured = [.. planned.Select(area => Bytes(network.BuildArea(area.Area)))];
        Assert.InRange(planned.Sum(area => area.SnapshotBytes) / (double)captured.Sum(), 1 - tolerance, 1 + tolerance);
    }

    [Fact]
    public async Task ASnapshotTakesOnTheDiskWhatTheDryRunTells()
    {
        string small = _folder.Write("small.yaml", Palactors.Small), folder = _folder["run"];
        string[] run =
        [
            "run", small, "--set", "layers=[4, 300, 200, 3]", "--set", "eta_fw=0.1", "--set", "delay_up=[9, 5]",
            "--set", "delay_down=7", "--epochs", "5000",
        ];
        await Palactors.RunUntilAsync(
            () => Directory.Exists(folder) && Manifests(folder).Length > 0,
            [.. run, "--out", folder, "--snapshot-every", "50", "--quiet"]);
        string newest = Manifests(folder).Order(StringComparer.Ordinal).Last();
        string tick = Path.GetFileNameWithoutExtension(newest).Replace("manifest-", "tick-", StringComparison.Ordinal);
        long files = new DirectoryInfo(Path.Combine(Path.GetDirectoryName(newest)!, tick)).GetFiles()
            .Sum(file => file.Length);

        Invocation dry = await Palactors.RunAsync([.. run, "--dry-run", "--no-calibration"]);
        string line = Assert.Single(dry.Lines, text => text.StartsWith("A snapshot takes", StringComparison.Ordinal));
        double told = double.Parse(line.Split(' ')[4], CultureInfo.InvariantCulture) * 1e3;
        Assert.Equal("kB", line.Split(' ')[5]);
        Assert.InRange(told / files, 0.98, 1.02);
    }

    private static string[] Manifests(string folder)
    {
        string snapshots = Path.Combine(folder, "snapshots", "network-0");
        return Directory.Exists(snapshots) ? Directory.GetFiles(snapshots, "manifest-*.json") : [];
    }

    private static long Bytes(IArea area) => area.Capture(CaptureKind.State).Blocks.Sum(Bytes);

    private static long Bytes(StateBlock block) => block.Values.Length * sizeof(double);
}
