using Akka.Actor;
using PalActors.Clustering.Nodes;
using PalActors.Clustering.Placement;
using PalActors.Messages.Plan;

namespace PalActors.Cluster.Tests.Placement;

/// <summary>The areas of each node, by cost or as given by the user.</summary>
public sealed class SeatPlanTests
{
    private static readonly AreaGraph s_chain = AreaGraph.Chain([1, 1, 1, 1, 1]);
    private static readonly double[] s_costs = [1000, 2700, 2700, 900];

    [Fact]
    public void GroupsGoToSeatsInOrder()
    {
        (NodeRef[] used, int[] node) = SeatPlan.Make(s_chain, s_costs, Seats(3), [[2, 4], [1], [3]]);
        Assert.Equal(["n0", "n1", "n2"], used.Select(seat => seat.Name));
        Assert.Equal([1, 1, 0, 2, 0], node);
        Assert.Equal(["n0: areas 2, 4", "n1: area 1", "n2: area 3"], SeatPlan.Describe(s_chain, used, node, used));
    }

    [Fact]
    public void WithFewerSeatsGroupsAreDealtInTurn() =>
        Assert.Equal([1, 1, 0, 0, 0], SeatPlan.Make(s_chain, s_costs, Seats(2), [[2, 4], [1], [3]]).NodeOfArea);

    [Fact]
    public void SeatsWithoutAreasAreNotUsed()
    {
        (NodeRef[] used, int[] node) = SeatPlan.Make(s_chain, s_costs, Seats(9), null);
        Assert.Equal(4, used.Length);
        Assert.Equal([0, 0, 1, 2, 3], node);
        Assert.Equal(["n0: areas 1-4"], SeatPlan.Describe(s_chain, Seats(1), [0, 0, 0, 0, 0], Seats(1)));
        Assert.Equal(
            ["n0: area 1", "n1: area 2", "n2: area 3", "n3: area 4", "n4: idle", "n5: idle"],
            SeatPlan.Describe(s_chain, used, node, Seats(6)));
    }

    [Theory]
    [InlineData("1,2;3", "leaves out area 4")]
    [InlineData("1,2;3,4,5", "names area 5; valid are 1 to 4")]
    [InlineData("0,1,2;3,4", "names area 0; valid are 1 to 4")]
    [InlineData("1,2;2,3,4", "names area 2 more than once")]
    public void WrongGroupsAreNamed(string groups, string problem)
    {
        int[][] areas = [.. groups.Split(';').Select(group => group.Split(',').Select(int.Parse).ToArray())];
        Assert.Contains(problem, SeatPlan.Problem(s_chain, areas), StringComparison.Ordinal);
    }

    [Fact]
    public void RightGroupsHaveNoProblem() => Assert.Null(SeatPlan.Problem(s_chain, [[4], [2, 3], [1]]));

    private static NodeRef[] Seats(int count) =>
    [
        .. Enumerable.Range(0, count)
            .Select(i => new NodeRef($"n{i}", Address.AllSystems, i, ActorRefs.Nobody, false)),
    ];
}
