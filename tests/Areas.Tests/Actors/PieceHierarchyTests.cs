using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Clustering.Nodes;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.Actors;

/// <summary>A hierarchy whose frames and stimuli travel in pieces computes what a plain loop computes.</summary>
public sealed class PieceHierarchyTests : Akka.TestKit.Xunit2.TestKit
{
    private const long End = 120;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("palactors-");

    public PieceHierarchyTests()
        : base(ActorSystems.Configuration(1, 1)) => MadeUpDigits.Write(_folder.FullName);

    [Theory]
    [InlineData("PAL", "0", "0", 64)]
    [InlineData("BP", "0", "0", 64)]
    [InlineData("BP", "0", "0", 192)]
    [InlineData("PAL", "5,3", "4,6", 64)]
    [InlineData("BP", "6,4", "5,7", 64)]
    // Two or three ticks fit a message, of BP's frames down one: frames gather no more than that.
    [InlineData("BP", "12,12", "12,12", 500)]
    public void OverAGoodNetwork(string model, string up, string down, int pieceSize) =>
        AssertLikeTheLoop(model, up, down, pieceSize, faults: null);

    [Theory]
    [InlineData("PAL", "0", "0", 1)]
    [InlineData("BP", "0", "0", 2)]
    [InlineData("PAL", "5,3", "4,6", 3)]
    [InlineData("BP", "6,4", "5,7", 4)]
    public void OverABadOne(string model, string up, string down, int seed) =>
        AssertLikeTheLoop(model, up, down, 64, new FrameFaults(seed, Drop: 0.05, Duplicate: 0.1, HoldBack: 0.1));

    protected override void AfterAll()
    {
        _folder.Delete(recursive: true);
        base.AfterAll();
    }

    private void AssertLikeTheLoop(string model, string up, string down, int pieceSize, FrameFaults? faults)
    {
        NetworkPlan plan = SmallPlans.YinYang(
            model,
            layers: [16, 21, 17, 10],
            train: 15,
            validation: 4,
            ticks: 6,
            options: [$"delay_up={up}", $"delay_down={down}"]) with
        { Data = "mnist", DataFolder = _folder.FullName };
        HistoryLoop loop = new HistoryLoop(new PlannedNetwork(plan)).RunTo(End);

        HierarchyHarness network = new HierarchyHarness(this, new PlannedNetwork(plan), faults, pieceSize).RunTo(End);

        StateAssert.SameBits(loop.Capture(), network.States());
    }
}
