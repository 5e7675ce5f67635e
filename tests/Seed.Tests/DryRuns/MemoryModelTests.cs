using PalActors.Clustering.Recovery;
using PalActors.Lab.DryRuns;
using PalActors.Lab.Planning;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Tests.DryRuns;

/// <summary>Predicted memory against the least with which runs ended well.</summary>
/// <remarks>
/// Measured on two cores, .NET 10, x64, 60 ticks of yin-yang (others: 20 to 20,000): containers by bisection of
/// <c>docker run -m</c>, heaps by scripts/memory-check, whose limit DOTNET_GCHeapHardLimit acts as that of a container
/// does. A limit counts as enough where the digest is that of a run without a limit.
/// </remarks>
public sealed class MemoryModelTests
{
    private const double Tolerance = 0.2;
    private const double MiB = 1 << 20;

    private static readonly string[] s_three = Layers(3, 600);
    private static readonly string[] s_twelve = Layers(12, 400);
    private static readonly string[] s_six = Layers(6, 1000);

    // The least in steps of 10 MiB with which five runs of five ended well; with 10 less most failed.
    public static TheoryData<string, string[], bool, int> Containers => new()
    {
        { "yin-yang", [], false, 50 },
        { "yin-yang", Layers(2, 400), false, 60 },
        { "yin-yang", s_three, false, 110 },
        { "yin-yang", s_twelve, false, 230 },
        { "yin-yang", s_six, false, 570 },
        { "yin-yang", s_six, true, 900 },
    };

    // The middle between the least that worked and the most that failed.

    public static TheoryData<string, string[], bool, int> Heaps => new()
    {
        { "yin-yang", [], false, 10 },
        { "yin-yang", s_three, false, 78 },
        { "yin-yang", s_twelve, false, 175 },
        { "yin-yang", s_six, false, 445 },
        { "yin-yang", s_three, true, 123 },
        { "yin-yang", s_twelve, true, 257 },
        { "yin-yang", s_six, true, 692 },
        { "mnist", [], false, 83 },
        { "mnist-conv", [], false, 129 },
        { "autoencoder", [], false, 83 },
    };

    // Two area nodes and a seed node without areas; the larger node.
    public static TheoryData<string[], int, int> Clusters => new()
    {
        { s_three, 100, 76 },
        { s_twelve, 145, 135 },
        { s_six, 380, 319 },
    };

    [Theory]
    [MemberData(nameof(Containers))]
    public void AContainerOfOneProcessNeedsWhatIsPredicted(
        string experiment, string[] settings, bool snapshots, int mebibytes) =>
        AssertNear(mebibytes * MiB, One(experiment, settings, snapshots).Container);

    [Theory]
    [MemberData(nameof(Heaps))]
    public void AHeapOfOneProcessNeedsWhatIsPredicted(
        string experiment, string[] settings, bool snapshots, int megabytes) =>
        AssertNear(megabytes * 1e6, One(experiment, settings, snapshots).Heap);

    [Theory]
    [MemberData(nameof(Clusters))]
    public void SeedAndNodesNeedWhatIsPredicted(string[] settings, int seed, int node)
    {
        RunPlace place = new() { Nodes = 2, SeedHostsAreas = false, SnapshotEvery = null };
        PlannedProcess[] processes = [.. PlannedProcess.Of(PlannedRuns.Run(place, "yin-yang", settings))];
        Assert.Equal(["seed", "node 1", "node 2"], processes.Select(process => process.Name));
        AssertNear(seed * 1e6, processes[0].Memory.Heap);
        AssertNear(node * 1e6, processes[1..].Max(process => process.Memory.Heap));
    }

    [Fact]
    public void SnapshotsAndDataCountWhereTheyAre()
    {
        RunPlace place = new() { Nodes = 3, SeedHostsAreas = false };
        PlannedProcess[] all = [.. PlannedProcess.Of(
            PlannedRuns.Run(place, "mnist", "layers=[784, 50, 50, 10]", "eta_fw=0.1"))];
        Assert.Equal([54_950_000, 54_950_000, 0, 54_950_000], all.Select(process => process.Memory.Data));
        PlannedProcess without = PlannedProcess.Of(PlannedRuns.Run(
            place with { SnapshotEvery = null }, "mnist", "layers=[784, 50, 50, 10]", "eta_fw=0.1")).First();
        Assert.True(without.Memory.Copies < all[0].Memory.Copies);
    }

    [Fact]
    public void NetworksSideBySideAndThoseThatAreOverCount()
    {
        PlannedRun ten = PlannedRuns.Run(
            new RunPlace { SnapshotEvery = null }, "yin-yang", [.. s_three, "seeds=1-10"]);
        NetworkPlan plan = ten.Plans[0];
        long state = Palactors.Cells.Footprints(plan).Sum(area => area.Bytes);
        ProcessMemory memory = PlannedProcess.Of(ten).Single().Memory;
        Assert.Equal(2 * state, memory.State);
        Assert.Equal(10 * Palactors.Cells.Footprints(plan).Sum(area => area.SnapshotBytes), memory.Copies);
    }

    private static ProcessMemory One(string experiment, string[] settings, bool snapshots)
    {
        RunPlace place = new() { SnapshotEvery = snapshots ? SnapshotInterval.Default : null };
        return PlannedProcess.Of(PlannedRuns.Run(place, experiment, settings)).Single().Memory;
    }

    private static void AssertNear(double measured, double predicted) =>
        Assert.InRange(predicted / measured, 1 - Tolerance, 1 + Tolerance);

    private static string[] Layers(int areas, int cells) =>
        [$"layers=[4, {string.Join(", ", Enumerable.Repeat(cells, areas))}, 3]", "eta_fw=0.1"];
}
