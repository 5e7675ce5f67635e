using PalActors.Areas.Models.Microcircuit.Circuits;
using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.Graphs;

/// <summary>Graphs of areas compute what the specification says.</summary>
public sealed class GraphReferenceTests
{
    private const double Tolerance = 1e-11;

    [Theory]
    [InlineData("PAL", 0)]
    [InlineData("PAL", 3)]
    [InlineData("FA", 0)]
    [InlineData("FA", 3)]
    [InlineData("BP", 0)]
    [InlineData("BP", 3)]
    public void RandomGraphsLearnAsANaiveLoopDoes(string model, int delay)
    {
        bool hasSeveralBelow = false, hasSeveralAbove = false, hasCycle = false, hasTargetBelow = false;
        for (int seed = 0; seed < 25; seed++)
        {
            GivenGraph given = RandomGraph.Of(model, seed, delay);
            GivenNetwork network = new(given);
            hasSeveralBelow |= network.Graph.WithCells.Any(area => network.Graph.In(area).Count > 1);
            hasSeveralAbove |= network.Graph.Hidden.Any(area => network.Graph.Out(area).Count > 1);
            hasCycle |= network.Graph.WithCells.Any(network.Graph.IsOnCycle);
            hasTargetBelow |= network.Graph.Hidden.Any(network.Graph.IsTargeted);
            AssertSame(given, network);
        }

        Assert.True(hasSeveralBelow && hasSeveralAbove && hasCycle && hasTargetBelow);
    }

    [Theory]
    [InlineData("PAL", 0)]
    [InlineData("PAL", 3)]
    [InlineData("FA", 0)]
    [InlineData("BP", 0)]
    [InlineData("BP", 3)]
    public void PerturbedGraphsLearnAsANaiveLoopDoes(string model, int delay)
    {
        for (int seed = 0; seed < 40; seed++)
        {
            GivenGraph given = RandomGraph.Perturbed(RandomGraph.Of(model, seed, delay), seed);
            AssertSame(given, new GivenNetwork(given));
        }
    }

    [Theory]
    [InlineData("W")]
    [InlineData("P")]
    [InlineData("Q")]
    [InlineData("B")]
    public void ARuleThatRestsLeavesItsWeightsToTheBit(string rule)
    {
        for (int seed = 0; seed < 10; seed++)
        {
            GivenGraph given = RandomGraph.Of("PAL", seed, delay: 2);
            GivenPerturbation[] resting =
            [
                .. given.Pathways.Select((pathway, p) => (pathway, p)).Where(one => !given.IsInput[one.pathway.From])
                    .Select(one => new GivenPerturbation(-1, [], one.p, rule, 60, given.Ticks)),
            ];
            HistoryLoop loop = new HistoryLoop(new GivenNetwork(given with { Perturbations = resting })).RunTo(59);
            HistoryLoop free = new HistoryLoop(new GivenNetwork(given)).RunTo(given.Ticks);
            double[] before = Weights(loop), after = Weights(loop.RunTo(given.Ticks)), learned = Weights(free);
            Assert.Equal(before, after);
            Assert.True(before.Length == 0 || !before.SequenceEqual(learned));
        }

        double[] Weights(HistoryLoop loop) =>
        [
            .. loop.Areas.Where(area => area.IsHidden).SelectMany(area => area.Hidden.Pathways).SelectMany(above =>
                (rule switch
                {
                    "P" => above.P,
                    "Q" => above.Q,
                    "B" => above.B,
                    _ => loop.Areas.SelectMany(area => area.Forward.Pathways)
                        .First(below => below.Pathway.Index == above.Pathway.Index).W,
                }).ToRowMajor()),
        ];
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void ASelfPredictingGraphAtRestHasNoApicalPotentials(int delay)
    {
        for (int seed = 0; seed < 25; seed++)
        {
            GivenGraph given = RandomGraph.SelfPredicting(RandomGraph.Of("FA", seed, delay, isAtRest: true));
            // What an area sees of others is that of the same tick only without delays, until all is at rest.
            given = given with { Phases = [given.Phases[0] with { Ticks = 6_000 }] };
            HistoryLoop loop = new(new GivenNetwork(given));
            loop.RunTo(6_000);
            double largest = loop.Areas.Where(area => area.IsHidden)
                .SelectMany(area => area.Hidden.Pathways.SelectMany(pathway => pathway.Apical[..area.Size]))
                .DefaultIfEmpty(0).Max(Math.Abs);
            Expect.True(largest < 1e-13, $"{largest} at rest: {given}");
            Assert.Contains(loop.Areas, area => area.Pyramidal.U[..area.Size].Any(u => Math.Abs(u) > 0.01));
        }
    }

    private static void AssertSame(GivenGraph given, GivenNetwork network)
    {
        NaiveGraph naive = new(given);
        HistoryLoop loop = new(network);
        int tick = 0;
        foreach (GivenPhase phase in given.Phases)
        {
            for (int i = 0; i < phase.Ticks; i++)
            {
                naive.Step(phase);
                loop.RunTo(++tick);
                foreach (CorticalArea area in loop.Areas)
                    AssertSame(given, area, naive, tick);
            }
        }
    }

    private static void AssertSame(GivenGraph given, CorticalArea area, NaiveGraph naive, int tick)
    {
        int a = area.Index;
        Near("u", naive.U[a], area.Pyramidal.U);
        Near("r", naive.R[a], area.Pyramidal.Rate);
        Near("v_bas", naive.Vbas[a], area.Basal);
        foreach (BasalPathway below in area.Forward.Pathways)
        {
            Near($"v_bas of {below.Pathway}", naive.VbasOf[below.Pathway.Index], below.Basal);
            Near($"W of {below.Pathway}", GivenNetwork.Flat(naive.W[below.Pathway.Index]), below.W.ToRowMajor());
        }

        if (!area.IsHidden)
            return;
        Near("v_api", naive.Vapi[a], area.Hidden.Apical);
        Near("xi", naive.Xi[a], area.Hidden.Noise);
        foreach (ApicalPathway above in area.Hidden.Pathways)
        {
            int p = above.Pathway.Index;
            Near($"v of {above.Pathway}", naive.V[p], above.Interneurons.U);
            Near($"s of {above.Pathway}", naive.S[p], above.Interneurons.Rate);
            Near($"v_den of {above.Pathway}", naive.Vden[p], above.Dendritic);
            Near($"v_api of {above.Pathway}", naive.VapiOf[p], above.Apical);
            Near($"P of {above.Pathway}", GivenNetwork.Flat(naive.P[p]), above.P.ToRowMajor());
            Near($"B of {above.Pathway}", GivenNetwork.Flat(naive.B[p]), above.B.ToRowMajor());
            Near($"Q of {above.Pathway}", GivenNetwork.Flat(naive.Q[p]), above.Q.ToRowMajor());
        }

        void Near(string name, double[] expected, double[] actual)
        {
            double scale = Math.Max(1, expected.Select(Math.Abs).DefaultIfEmpty(0).Max());
            for (int i = 0; i < expected.Length; i++)
            {
                Expect.True(
                    Math.Abs(expected[i] - actual[i]) <= Tolerance * scale,
                    $"{name}[{i}] of area {a} is {actual[i]}, not {expected[i]}, at tick {tick}: {given}");
            }
        }
    }
}
