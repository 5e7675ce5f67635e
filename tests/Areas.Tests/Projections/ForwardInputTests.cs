using CsCheck;
using PalActors.Areas.Contract.Links;
using PalActors.Areas.Toolkit.Inputs;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Areas.Toolkit.States;
using PalActors.Messages.Control;

namespace PalActors.Areas.Tests.Projections;

/// <summary>The seam between an area and the forms of its forward projection.</summary>
public sealed class ForwardInputTests
{
    private const double Keep = 0.99;

    [Theory]
    [InlineData(false, -1, 0, typeof(EveryTickInput))]
    [InlineData(false, 100, 7, typeof(EveryTickInput))]
    [InlineData(true, -1, 0, typeof(HeldInput))]
    [InlineData(true, -1, 7, typeof(HeldInput))]
    [InlineData(true, 100, 7, typeof(BlockedInput))]
    [InlineData(true, 100, 1, typeof(EveryTickInput))]
    [InlineData(true, 100, 0, typeof(EveryTickInput))]
    [InlineData(true, 0, 7, typeof(EveryTickInput))]
    public void TheFormFollowsFromRuleLinkAndBlock(bool pairs, int delay, int block, Type form)
    {
        LinkTiming? link = delay < 0 ? null : new LinkTiming(delay, 0, 0, 0);
        Assert.IsType(form, ForwardInput.For(new PlasticProjection(5, 4, lowPass: true), Keep, pairs, link, block));
    }

    [Fact]
    public void AllFormsComputeTheSame() => Gen.Select(Gen.Int[1, 20], Gen.Int[1, 20], Gen.Bool, Gen.Int).Sample(
        (rows, columns, lowPass, seed) =>
        {
            PlasticProjection Drawn() => Draw(rows, columns, lowPass, seed);
            PlasticProjection[] projections = [Drawn(), Drawn(), Drawn()];
            ForwardInput[] forms =
            [
                new EveryTickInput(projections[0]),
                new HeldInput(projections[1], Keep),
                new BlockedInput(projections[2], Keep, 4),
            ];
            Random random = new(seed);
            double[][] rates = Rates(random, columns, ticks: 30);
            double[][] sums = [.. forms.Select(_ => Padding.Allocate(rows))];
            for (int tick = 0; tick + 4 < rates.Length; tick++)
            {
                double[] before = tick == 0 ? Padding.Allocate(columns) : rates[tick - 1];
                double[] post = [.. Enumerable.Range(0, Padding.RoundUp(rows)).Select(_ => random.NextDouble() / 100)];
                for (int f = 0; f < forms.Length; f++)
                {
                    WeightUpdate update = projections[f].Update;
                    update.Form = tick % 5 == 3 ? UpdateForm.None : lowPass ? UpdateForm.LowPassed : UpdateForm.Hebbian;
                    (update.Post, update.Pre, update.PostScale, update.Keep) = (post, before, 0.5, Keep);
                    for (int ahead = 1; ahead <= forms[f].Lookahead(tick); ahead++)
                        forms[f].Foresee(ahead, rates[tick + ahead]);
                    forms[f].Pass(tick, before, rates[tick], ReferenceEquals(before, rates[tick]), sums[f]);
                }

                for (int f = 1; f < forms.Length; f++)
                {
                    AssertNear(sums[0][..rows], sums[f][..rows]);
                    (WeightMatrix w, WeightMatrix? d) = forms[f].Current(rates[tick]);
                    AssertNear(projections[0].Weights.ToRowMajor(), w.ToRowMajor());
                    AssertNear(projections[0].LowPassed?.ToRowMajor() ?? [], d?.ToRowMajor() ?? []);
                }
            }
        },
        iter: 100);

    [Fact]
    public void OnlyBlocksLookAheadAndAreTakenOutOfAComparedState()
    {
        PlasticProjection projection = Draw(3, 2, lowPass: true, seed: 1);
        ForwardInput[] others = [new EveryTickInput(projection), new HeldInput(projection, Keep)];
        foreach (ForwardInput other in others)
        {
            Assert.All(Enumerable.Range(0, 9), tick => Assert.Equal(0, other.Lookahead(tick)));
            Assert.Throws<InvalidOperationException>(() => other.Foresee(1, new double[2]));
            AreaState same = Capture(projection, other);
            Assert.Same(same, other.Unblocked(same, new double[2]));
        }

        BlockedInput blocked = new(projection, Keep, 4);
        Assert.Equal([3, 0, 0, 0, 3], Enumerable.Range(0, 5).Select(tick => blocked.Lookahead(tick)));
        AreaState state = Capture(projection, blocked);
        Assert.Contains(state.Blocks, block => BlockedInput.Describes(block.Name));
        Assert.Equal(["W", "D"], blocked.Unblocked(state, new double[2]).Blocks.Select(block => block.Name));
    }

    private static AreaState Capture(PlasticProjection projection, ForwardInput input)
    {
        StateMap state = new();
        state.Matrix("W", projection.Weights);
        state.Matrix("D", projection.LowPassed!);
        input.Describe(state);
        return state.Capture(1, 0);
    }

    private static PlasticProjection Draw(int rows, int columns, bool lowPass, int seed)
    {
        Random random = new(seed);
        PlasticProjection projection = new(rows, columns, lowPass);
        double[] weights = [.. Enumerable.Range(0, rows * columns).Select(_ => random.NextDouble() - 0.5)];
        projection.Weights.FromRowMajor(weights);
        return projection;
    }

    // Presentations of one to nine ticks; a held rate is the same array.
    private static double[][] Rates(Random random, int columns, int ticks)
    {
        List<double[]> rates = [];
        while (rates.Count < ticks)
        {
            double[] held = Padding.Allocate(columns);
            for (int j = 0; j < columns; j++)
                held[j] = random.NextDouble() < 0.3 ? 0 : random.NextDouble();
            for (int n = random.Next(1, 10); n > 0; n--)
                rates.Add(held);
        }

        return [.. rates];
    }

    private static void AssertNear(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-11);
    }
}
