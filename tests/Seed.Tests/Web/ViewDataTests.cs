using PalActors.Clustering.Reports;
using PalActors.Lab.Experiments;
using PalActors.Lab.Results;
using PalActors.Lab.Runs;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using PalActors.Web.Charts;
using PalActors.Web.Data;

namespace PalActors.Seed.Tests.Web;

/// <summary>What pages make of the values and states of a network.</summary>
public sealed class ViewDataTests
{
    private static readonly AreaGraph s_chain = AreaGraph.Chain([2, 3, 2]);

    [Fact]
    public void EachAreaIsOnTheNodeThatHostsItAndAnInputGoesWithTheAreaAboveIt()
    {
        AreaGraph chain = AreaGraph.Chain([4, 3, 3, 3, 2]);
        NodePlaces places = NodePlaces.Of(
            chain, [new NodeAreas("seed", ["3"]), new NodeAreas("b", ["1", "2", "4"]), new NodeAreas("c", [])]);
        Assert.Equal(["seed", "b", "c"], places.Nodes);
        Assert.Equal([1, 1, 1, 0, 1], places.NodeOfArea);
        Assert.Equal([-1, -1, -1, -1, -1], NodePlaces.Of(chain, []).NodeOfArea);
    }

    [Fact]
    public void SnapshotsOfANetworkBetweenTwoOtherEventsAreOneEvent()
    {
        Experiment experiment = ExperimentReader.Read(
            CellModels.All, ExperimentFiles.Resolve("yin-yang"), Override.Parse("--set", "seeds=[1, 2]"));
        NetworkRecord[] networks =
            [.. NetworkPlans.Of(experiment).Select(plan => new NetworkRecord(plan, experiment.Cells))];
        TimeLine line = new();
        line.AddSnapshot(networks[0], 10);
        line.AddSnapshot(networks[1], 10);
        line.AddSnapshot(networks[0], 20);
        line.Add(new RunEvent(DateTimeOffset.Now, "a node is gone", RunEventKind.Loss));
        line.AddSnapshot(networks[0], 30);
        Assert.Equal(
            [
                $"{Figures.Name(networks[1].Plan)}: snapshot of tick 10",
                $"{Figures.Name(networks[0].Plan)}: 2 snapshots, the last of tick 20",
                "a node is gone",
                $"{Figures.Name(networks[0].Plan)}: snapshot of tick 30",
            ],
            line.Events.Select(happened => happened.Text));
    }

    [Fact]
    public void ATimeLineKeepsTheNewestThousandEvents()
    {
        TimeLine line = new();
        for (int i = 0; i < 1200; i++)
            line.Add(new RunEvent(DateTimeOffset.Now, $"{i}"));
        Assert.Equal(1000, line.Events.Count);
        Assert.Equal("1199", line.Events[^1].Text);
    }

    [Fact]
    public void AFeedbackThatIsTheTransposeHasTheAngleZeroAndItsNorm()
    {
        PathwayWeights weights = Weights([1, 2, 3, 4, 5, 6], [1, 4, 2, 5, 3, 6]);
        Assert.True(weights.Compare);
        Assert.Equal(0, weights.Angle, 5);
        Assert.Equal(Math.Sqrt(91), weights.NormW, 12);
        Assert.Equal(weights.NormW, weights.NormB, 12);
        Assert.All(weights.Pairs(100), pair => Assert.Equal(pair.W, pair.B));
        Assert.Equal(3, weights.Pairs(3).Count());
    }

    [Fact]
    public void OppositeFeedbackHasTheAngle180AndNoneHasNone()
    {
        Assert.Equal(180, Weights([1, 2, 3, 4, 5, 6], [-1, -4, -2, -5, -3, -6]).Angle, 5);
        NetworkSample sample = new(1, "", new Dictionary<int, IReadOnlyList<StateBlock>>
        {
            [1] = [new StateBlock("W", 3, 2, [1, 2, 3, 4, 5, 6])],
        });
        PathwayWeights first = PathwayWeights.Of(sample, s_chain.Pathways[0]);
        Assert.False(first.Compare);
        Assert.Equal(double.NaN, first.Angle);
        Assert.Equal(double.NaN, first.NormB);
    }

    [Fact]
    public void ALargeMatrixIsShownAsMeansOfItsParts()
    {
        double[] values = new double[200 * 3];
        values[0] = 9;
        Figure figure = AreaCharts.Weights(new StateBlock("W", 200, 3, values), "W");
        HeatMark heat = Assert.IsType<HeatMark>(Assert.Single(figure.Marks));
        Assert.Equal(67, heat.Rows.Length);
        Assert.Equal(3, heat.Rows[0][0]);
        Assert.Equal(0, heat.Rows.SelectMany(row => row).Sum() - 3);
        Assert.Contains("the mean of 3 × 1 weights", figure.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void CurvesHaveALinePerSeedAndFromThreeSeedsMedianAndQuartiles()
    {
        Experiment experiment = ExperimentReader.Read(
            CellModels.All, ExperimentFiles.Resolve("yin-yang"), Override.Parse("--set", "seeds=[1, 2, 3]"));
        NetworkRecord[] networks =
            [.. NetworkPlans.Of(experiment).Select(plan => new NetworkRecord(plan, experiment.Cells))];
        foreach (NetworkRecord network in networks)
            network.Add(new Metric(network.Plan.Network, 1, 1, null, "accuracy_validation", network.Plan.Seed / 10.0));
        RunStart start = new(experiment, [.. networks.Select(network => network.Plan)], "runs/x", 0, 0);
        LiveRun run = new(start, networks, new StoredSamples(CellModels.All, "runs/x"), new TimeLine());
        Figure figure = Assert.Single(CurveFigures.Of([run]));
        Assert.Equal("validation accuracy / %", figure.Up);
        LineMark median = Assert.Single(figure.Marks.OfType<LineMark>(), line => line.IsInLegend);
        Assert.Equal([20.0], median.Y);
        BandMark band = Assert.Single(figure.Marks.OfType<BandMark>());
        Assert.Equal((15.0, 25.0), (band.Low[0], band.High[0]), (one, other) =>
            Math.Abs(one.Item1 - other.Item1) < 1e-9 && Math.Abs(one.Item2 - other.Item2) < 1e-9);
        Assert.Equal(3, figure.Marks.OfType<LineMark>().Count(line => !line.IsInLegend));
    }

    [Fact]
    public void AStateIsWantedOnceAPageAsksAndNoSoonerThanASecondAfterTheLast()
    {
        Experiment experiment = ExperimentReader.Read(CellModels.All, ExperimentFiles.Resolve("yin-yang"));
        NetworkRecord network = new(NetworkPlans.Of(experiment)[0], experiment.Cells);
        WatchedStates states = new(network);
        Assert.False(states.IsDue());
        states.Want();
        Assert.True(states.IsDue());
        states.Want();
        Assert.False(states.IsDue());
        foreach (int area in network.Graph.WithCells)
        {
            Assert.Null(states.Newest);
            states.Take(new AreaState(area, 7, []));
        }

        Assert.Equal(7, states.Newest!.Tick);
    }

    [Fact]
    public void EightPagesAreOpenAtMost()
    {
        PalActors.Web.Server.PageSlots slots = new();
        Assert.All(Enumerable.Range(0, 8), _ => Assert.True(slots.TryTake()));
        Assert.False(slots.TryTake());
        slots.Return();
        Assert.True(slots.TryTake());
    }

    private static PathwayWeights Weights(double[] w, double[] b) => PathwayWeights.Of(
        new NetworkSample(1, "", new Dictionary<int, IReadOnlyList<StateBlock>>
        {
            [2] = [new StateBlock("W", 2, 3, w)],
            [1] = [new StateBlock("B", 3, 2, b)],
        }),
        s_chain.Pathways[1]);
}
