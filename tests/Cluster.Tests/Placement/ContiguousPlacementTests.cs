using CsCheck;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Microcircuit;
using PalActors.Clustering.Lanes;
using PalActors.Clustering.Placement;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Placement;

public sealed class ContiguousPlacementTests
{
    [Fact]
    public void AreasOfANodeAreNeighboursAndNoNodeIsLeftOut() => Gen.Select(
        Gen.Int[1, 200].Array[2, 12], Gen.Int[1, 15]).Sample(
        (layers, nodes) =>
        {
            int top = layers.Length - 1;
            int[] node = ContiguousPlacement.Assign(Costs(layers), nodes);
            Assert.Equal(layers.Length, node.Length);
            Assert.Equal(node[1], node[0]);
            Assert.Equal(0, node[1]);
            for (int area = 2; area <= top; area++)
                Assert.InRange(node[area] - node[area - 1], 0, 1);
            Assert.Equal(Math.Min(nodes, top) - 1, node[top]);
        },
        iter: 2000);

    [Theory]
    [InlineData(12, 5, new[] { 3, 3, 2, 2, 2 })]
    [InlineData(12, 4, new[] { 3, 3, 3, 3 })]
    [InlineData(7, 3, new[] { 3, 2, 2 })]
    [InlineData(2, 5, new[] { 1, 1 })]
    [InlineData(100, 7, new[] { 15, 15, 14, 14, 14, 14, 14 })]
    public void EqualAreasAreSpreadEvenly(int areas, int nodes, int[] expected)
    {
        // A tenth is no exact number, and sums of it differ in their last bits.
        int[] node = ContiguousPlacement.Assign([.. Enumerable.Repeat(0.1, areas)], nodes);
        Assert.Equal(expected, node[1..].GroupBy(of => of).Select(group => group.Count()));
    }

    [Fact]
    public void NoOtherPlacementHasASlowestNodeThatIsFaster() =>
        Gen.Select(Gen.Int[1, 50].Array[1, 9], Gen.Int[1, 6]).Sample(
            (costs, nodes) =>
            {
                int[] node = ContiguousPlacement.Assign([.. costs.Select(cost => (double)cost)], nodes)[1..];
                int[] loads = [.. node.Zip(costs).GroupBy(one => one.First).Select(g => g.Sum(one => one.Second))];
                (int Most, int Squares) best = All(costs, Math.Min(nodes, costs.Length)).Min();
                Assert.Equal(best, (loads.Max(), loads.Sum(load => load * load)));
            },
            iter: 3000);

    [Fact]
    public void NoNodeHasMuchMoreThanItsShare() => Gen.Select(Gen.Int[1, 200].Array[2, 12], Gen.Int[1, 15]).Sample(
        (layers, nodes) =>
        {
            int[] node = ContiguousPlacement.Assign(Costs(layers), nodes);
            double[] cost = Costs(layers);
            double worst = Enumerable.Range(1, layers.Length - 1)
                .GroupBy(area => node[area]).Max(areas => areas.Sum(area => cost[area - 1]));
            Assert.InRange(worst, 0, (cost.Sum() / Math.Min(nodes, layers.Length - 1)) + cost.Max());
        },
        iter: 2000);

    [Fact]
    public void EqualAreasAreDealtEvenly() =>
        Assert.Equal([0, 0, 0, 1, 1, 2, 2], ContiguousPlacement.Assign(Costs([10, 10, 10, 10, 10, 10, 13]), 3));

    [Fact]
    public void ItDependsOnNothingElse() =>
        Assert.Equal(
            ContiguousPlacement.Assign(Costs([784, 500, 500, 10]), 2),
            ContiguousPlacement.Assign(Costs([784, 500, 500, 10]), 2));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void WithoutNodesThereIsNoPlacement(int nodes) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ContiguousPlacement.Assign([1, 1], nodes));

    [Fact]
    public void LightAreasShareOneThreadAndHeavyOnesTakeTheCoresThatAreLeft()
    {
        Assert.Equal(1, LaneRule.Threads(Footprints([4, 30, 3]), lanes: 1, cores: 16));
        Assert.Equal(
            8, LaneRule.Threads(Footprints([500, 500, 500, 500, 500, 500, 500, 500, 500]), lanes: 2, cores: 16));
        Assert.Equal(2, LaneRule.Threads(Footprints([500, 500, 500]), lanes: 1, cores: 16));
        Assert.Equal(1, LaneRule.Threads(Footprints([500, 500, 500]), lanes: 4, cores: 2));
    }

    [Fact]
    public void ThePassesOverLargeMatricesGetTheCoresThatNoLaneUses()
    {
        Assert.Equal(2, LaneRule.Spare(lanes: 1, threads: 1, cores: 2).Rows);
        Assert.Equal(1, LaneRule.Spare(lanes: 2, threads: 1, cores: 2).Rows);
        Assert.Equal(1, LaneRule.Spare(lanes: 2, threads: 2, cores: 2).Rows);
        Assert.Equal(11, LaneRule.Spare(lanes: 2, threads: 3, cores: 16).Rows);
    }

    // Largest load and sum of squares of every way to cut the areas into so many groups.
    private static IEnumerable<(int Most, int Squares)> All(int[] costs, int groups)
    {
        if (groups == 1)
            return [(costs.Sum(), costs.Sum() * costs.Sum())];
        return Enumerable.Range(1, costs.Length - groups + 1).SelectMany(first =>
        {
            int load = costs[..first].Sum();
            return All(costs[first..], groups - 1)
                .Select(rest => (Math.Max(load, rest.Most), (load * load) + rest.Squares));
        });
    }

    private static double[] Costs(int[] layers) => [.. Footprints(layers).Select(area => area.Cost)];

    private static IReadOnlyList<AreaFootprint> Footprints(int[] layers) =>
        new MicrocircuitModel().Footprints(SmallPlans.YinYang("PAL") with { Layers = layers });
}
