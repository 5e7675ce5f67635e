using PalActors.Areas.Contract;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Tests.Graphs;
using PalActors.Messages.Control;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.RateCells.Remedies;

/// <summary>
/// Delays of rate cells and the remedies against them, compared with the naive loop, which looks up all earlier values
/// in lists; and captures of them.
/// </summary>
public sealed class RateRemedyReferenceTests
{
    private const double Tolerance = 1e-12;
    private static readonly int[] s_layers = [5, 4, 6, 3];

    // Delays of the links of areas 1 and 2, up and down; an evaluation, learning and an evaluation are 180 ticks.
    private static readonly (int[] Up, int[] Down)[] s_delays =
        [([0, 0], [0, 0]), ([3, 0], [0, 0]), ([0, 0], [2, 5]), ([1, 4], [3, 2]), ([30, 2], [1, 41])];

    public static TheoryData<string, int, bool, bool> Cases
    {
        get
        {
            TheoryData<string, int, bool, bool> data = [];
            for (int delays = 0; delays < s_delays.Length; delays++)
            {
                foreach (string model in (string[])["PAL", "PAL soma", "FA", "DFA", "BP"])
                {
                    data.Add(model, delays, false, false);
                    data.Add(model, delays, false, true);
                    if (model.StartsWith("PAL", StringComparison.Ordinal))
                        data.Add(model, delays, true, false);
                    data.Add(model, delays, true, true);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void AreasComputeWhatTheTextSays(string model, int delays, bool noiseLag, bool rateLag) =>
        AssertSame(Given(model, delays, noiseLag, rateLag), model);

    private static void AssertSame(GivenRates given, string model)
    {
        AreaLoop loop = given.CreateLoop();
        NaiveRates naive = new(given);
        while (naive.Tick < given.Schedule.EndTick)
        {
            naive.Step();
            if (naive.Tick % 9 != 0)
                continue;
            loop.RunTo(naive.Tick);
            AreaState[] states = loop.Capture(CaptureKind.Observed);
            for (int area = 1; area <= given.Parameters.Top; area++)
            {
                AreaState state = states[area - 1];
                Near(naive.W(area).Cast<double>(), state["W"], naive.Tick);
                Near(naive.Errors(area).SelectMany(e => e), state["e"], naive.Tick);
                Near(naive.Rates(area).SelectMany(r => r), state["r"], naive.Tick);
                if (area < given.Parameters.Top && model != "BP")
                    Near(naive.B[area].Cast<double>(), state["B"], naive.Tick);
            }
        }
    }

    [Theory]
    [MemberData(nameof(PerturbedCases))]
    public void PerturbedAreasComputeWhatTheTextSays(string model, int delays, int seed) =>
        AssertSame(Perturbed(Given(model, delays, false, false), seed), model);

    [Theory]
    [MemberData(nameof(PerturbedCases))]
    public void CapturesOfPerturbedAreasChangeNoBit(string model, int delays, int seed) =>
        AssertCaptures(Perturbed(Given(model, delays, false, false), seed));

    [Theory]
    [MemberData(nameof(Cases))]
    public void CaptureAndRestoreAtAnyTicksChangeNoBit(string model, int delays, bool noiseLag, bool rateLag) =>
        AssertCaptures(Given(model, delays, noiseLag, rateLag));

    private static void AssertCaptures(GivenRates given)
    {
        AreaLoop whole = given.CreateLoop(), broken = given.CreateLoop();
        whole.RunTo(given.Schedule.EndTick);
        Random random = new(7);
        for (int tick = 1; tick < given.Schedule.EndTick; tick += random.Next(1, 20))
        {
            broken.RunTo(tick);
            broken.Rebuild();
        }

        broken.RunTo(given.Schedule.EndTick);
        StateAssert.SameBits(whole.Capture(), broken.Capture());
    }

    [Fact]
    public void OnlyRemediesWithDelaysAddToAState()
    {
        string[] Blocks(int delays, bool noiseLag, bool rateLag) =>
        [
            .. Given("PAL", delays, noiseLag, rateLag).CreateLoop().Capture()
                .SelectMany(state => state.Blocks.Select(block => $"{state.Area} {block.Name}")),
        ];
        string[] Added(int delays, bool noiseLag, bool rateLag) =>
            [.. Blocks(delays, noiseLag, rateLag).Except(Blocks(delays, false, false))];

        Assert.Empty(Added(0, true, true));
        Assert.Equal(["1 xi_past"], Added(1, true, false));
        Assert.Equal(["1 xi_past", "2 xi_past"], Added(3, true, false));
        Assert.Equal(["1 d_past", "1 r_below_past", "2 d_past", "2 r_below_past"], Added(2, false, true));
    }

    public static TheoryData<string, int, int> PerturbedCases
    {
        get
        {
            TheoryData<string, int, int> data = [];
            foreach (string model in (string[])["PAL", "PAL soma", "FA", "DFA", "BP"])
            {
                for (int seed = 0; seed < 6; seed++)
                    data.Add(model, seed % 2 == 0 ? 0 : 3, seed);
            }

            return data;
        }
    }

    // Epochs begin where presentations do.
    private static GivenRates Perturbed(GivenRates given, int seed)
    {
        Random random = new(seed);
        int ticks = (int)given.Schedule.EndTick;
        return given with
        {
            ChangeTick = seed % 3 == 0 ? int.MaxValue : 41 + (10 * random.Next(1, 9)),
            Perturbations =
            [
                Random(1, [0, 3], -1, ""), Random(2, [1, 2, 5], -1, ""), Random(3, [2], -1, ""),
                Random(-1, [], random.Next(3), ""), Random(-1, [], random.Next(3), "W"),
                Random(-1, [], random.Next(1, 3), "B"),
            ],
        };

        GivenPerturbation Random(int area, int[] cells, int pathway, string rule)
        {
            int first = random.Next(1, ticks);
            return new GivenPerturbation(area, cells, pathway, rule, first, random.Next(first, ticks));
        }
    }

    private static void Near(IEnumerable<double> expected, StateBlock actual, int tick)
    {
        double[] values = [.. expected];
        Assert.Equal(values.Length, actual.Values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            Expect.True(
                Math.Abs(values[i] - actual.Values[i]) < Tolerance,
                $"tick {tick}, {actual.Name}[{i}] is {actual.Values[i]:R} instead of {values[i]:R}");
        }
    }

    private static GivenRates Given(string model, int delays, bool noiseLag, bool rateLag) => new()
    {
        Schedule = SmallPlans.Schedule(train: 10, validation: 4, ticks: 10),
        Parameters = new RateParameters
        {
            Algorithm = Enum.Parse<RateAlgorithm>(model.Split(' ')[0]),
            Path = model.EndsWith("soma", StringComparison.Ordinal) ? ErrorPath.Soma : ErrorPath.Direct,
            Target = TargetType.Mse,
            Beta = 0.5,
            Dt = 0.1,
            Batch = 2,
            Links = GivenRates.Links(s_layers.Length - 1, s_delays[delays].Up, s_delays[delays].Down),
            Areas = GivenRates.Dense(s_layers, ["tanh", "tanh", "linear"], new RateAreaOptions
            {
                Below = default,
                Cells = default,
                Activation = "",
                EtaW = 1.5,
                EtaB = 2,
                Reg = 0.05,
                Sigma = 0.3,
                TauXi = 6,
                TauHp = 8,
            }),
            Remedies = RateCases.Remedies(noiseLag, rateLag),
        },
    };
}
