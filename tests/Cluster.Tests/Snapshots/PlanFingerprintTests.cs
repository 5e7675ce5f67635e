using PalActors.Clustering.Snapshots;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Snapshots;

/// <summary>Two plans have the same fingerprint if and only if they are the same simulation.</summary>
public sealed class PlanFingerprintTests
{
    private static readonly NetworkPlan s_plan = SmallPlans.YinYang("PAL");

    private static readonly Dictionary<string, NetworkPlan> s_others = new()
    {
        ["Seed"] = s_plan with { Seed = 1 },
        ["Cells"] = s_plan with { Cells = "other" },
        ["Label"] = s_plan with { Label = "other" },
        ["Model"] = s_plan with { Model = "FA" },
        ["Layers"] = s_plan with { Layers = [4, 9, 8, 3] },
        ["Layers, one less"] = s_plan with { Layers = [4, 9, 3] },
        ["Areas"] = SmallGraphs.Graph(s_plan),
        ["AreaPlan.Name"] = Graph(area: area => area with { Name = "other" }),
        ["AreaPlan.Inputs"] = Graph(area: area => area with { Inputs = [0, 1, 3, 2] }),
        ["AreaPlan.Target"] = Graph(area: area => area with { Target = [1] }),
        ["AreaPlan.IsReadOut"] = Graph(area: area => area with { IsReadOut = true }),
        ["Pathways"] = Graph(one => [.. one, new PathwayPlan(1, 3)]),
        ["PathwayPlan.From"] = Graph(one => [.. one[..^1], new PathwayPlan(1, 3)]),
        ["PathwayPlan.To"] = Graph(one => [.. one[..^1], new PathwayPlan(2, 1)]),
        ["Options"] = s_plan with { Options = s_plan.Options[1..] },
        ["PlanOption.Name"] =
            s_plan with { Options = [s_plan.Options[0] with { Name = "eta" }, .. s_plan.Options[1..]] },
        ["PlanOption.Values"] =
            s_plan with { Options = [s_plan.Options[0] with { Values = ["7"] }, .. s_plan.Options[1..]] },
        ["PlanOption.Values, split"] = s_plan with
        {
            Options = [.. s_plan.Options.Select(option => option with { Values = [string.Concat(option.Values)] })],
        },
        ["PlanOption.Later"] = Later(1, "7"),
        ["EpochValues.Epoch"] = Later(2, "7"),
        ["EpochValues.Values"] = Later(1, "8"),
        ["Perturbations"] = Perturbed(one => one),
        ["PerturbationPlan.Kind"] = Perturbed(one => one with { Kind = PerturbationKind.Pathway }),
        ["PerturbationPlan.From"] = Perturbed(one => one with { From = 2 }),
        ["PerturbationPlan.To"] = Perturbed(one => one with { To = 2 }),
        ["PerturbationPlan.FirstTick"] = Perturbed(one => one with { FirstTick = 2 }),
        ["PerturbationPlan.LastTick"] = Perturbed(one => one with { LastTick = 9 }),
        ["PerturbationPlan.Cells"] = Perturbed(one => one with { Cells = [1, 3] }),
        ["PerturbationPlan.Rule"] = Perturbed(one => one with { Rule = "W" }),
        ["Data"] = s_plan with { Data = "mnist" },
        ["DataSeed"] = s_plan with { DataSeed = 1 },
        ["DataHash"] = s_plan with { DataHash = "1" },
        ["WeightsHash"] = s_plan with { WeightsHash = "1" },
        ["TargetsAreInputs"] = s_plan with { TargetsAreInputs = true },
        ["BuildHash"] = s_plan with { BuildHash = "1" },
        ["Schedule.EndTick"] =
            s_plan with { Schedule = s_plan.Schedule with { EndTick = s_plan.Schedule.EndTick - 1 } },
        ["Schedule.RecordEvery"] = s_plan with { Schedule = s_plan.Schedule with { RecordEvery = 7 } },
        ["Schedule.Phases"] = s_plan with { Schedule = s_plan.Schedule with { Phases = s_plan.Schedule.Phases[..^1] } },
        ["Phase.FirstTick"] = With(phase => phase with { FirstTick = 2 }),
        ["Phase.Presentations"] = With(phase => phase with { Presentations = phase.Presentations + 1 }),
        ["Phase.PresentationTicks"] = With(phase => phase with { PresentationTicks = phase.PresentationTicks + 1 }),
        ["Phase.Flags"] = With(phase => phase with { Flags = phase.Flags ^ TickFlags.LearnLateral }),
        ["Phase.Split"] = With(phase => phase with { Split = "other" }),
        ["Phase.Epoch"] = With(phase => phase with { Epoch = phase.Epoch + 1 }),
        ["Phase.ShuffleRound"] = With(phase => phase with { ShuffleRound = 17 }),
        ["Phase.Metric"] = With(phase => phase with { Metric = phase.Metric + "x" }),
        ["Phase.Metric, none"] = With(phase => phase with { Metric = null }),
        ["Phase.Metric, empty"] = With(phase => phase with { Metric = "" }),
        ["Phase.RecordAlignment"] = With(phase => phase with { RecordAlignment = !phase.RecordAlignment }),
        ["Phase.FirstSample"] = With(phase => phase with { FirstSample = 5 }),
        ["Phase.Batch"] = With(phase => phase with { Batch = 2, Presentations = phase.Presentations / 2 }),
        ["Phase.Pool"] = With(phase => phase with { Pool = phase.Presentations + 1 }),
        ["Phase.Pool, with a batch"] =
            With(phase => phase with { Batch = 2, Presentations = phase.Presentations / 2, Pool = 21 }),
        ["Phase.Frames"] = With(phase => phase with { Frames = 2 }),
        ["Phase.CompareUpdates"] = With(phase => phase with { CompareUpdates = !phase.CompareUpdates }),
    };

    private static readonly string[] s_without =
    [
        "Run", "Network", "DataFolder", "Recordings",
        // Determined by the hash of the samples that it leads to.
        "DataOptions",
        // Derived, or covered by its parts.
        "Graph", "AreaPlan.IsInput", "Schedule", "Schedule.Batch", "Phase.Ticks", "Phase.LastTick", "Phase.Samples",
    ];

    [Fact]
    public void EveryFieldThatDeterminesTheSimulationCounts()
    {
        string[] prints = [.. s_others.Values.Append(s_plan).Select(Print)];
        Assert.Equal(64, prints[0].Length);
        Assert.Equal(prints.Length, prints.Distinct().Count());
    }

    // A property that is added later must be added here, and so to the fingerprint.
    [Fact]
    public void NoFieldIsForgotten()
    {
        string[] all =
        [
            .. typeof(NetworkPlan).GetProperties().Select(property => property.Name),
            .. new[]
                {
                    typeof(AreaPlan), typeof(PathwayPlan), typeof(PlanOption), typeof(EpochValues),
                    typeof(PerturbationPlan), typeof(Schedule), typeof(Phase),
                }
                .SelectMany(type => type.GetProperties().Select(property => $"{type.Name}.{property.Name}")),
        ];
        Assert.Equal(
            all.Order(),
            s_others.Keys.Where(name => !name.Contains(',', StringComparison.Ordinal)).Concat(s_without).Order());
    }

    [Fact]
    public void WhatDeterminesNothingDoesNotCount()
    {
        NetworkPlan same = s_plan with
        {
            Run = 1,
            Network = 5,
            DataFolder = "elsewhere",
            DataOptions = [new PlanOption("file", ["same.npz"])],
            Recordings = [new RecordingPlan("rate", [1], [], 10, [])],
            Layers = [.. s_plan.Layers],
            Options = [.. s_plan.Options.Reverse()],
        };
        Assert.Equal(Print(s_plan), Print(same));
    }

    // The number is that of the second version. Another number makes snapshots on disk unusable, so change the encoding
    // only deliberately.
    [Fact]
    public void TheEncodingStaysAsItIs() =>
        Assert.Equal("fcf044047d4805566745d055f11ac02260a2c65cc2b5300b37c4a91509025f9e", Print(s_plan));

    [Fact]
    public void DefaultsOfABatchCountAsIfTheyWereNotGiven() =>
        Assert.Equal(Print(s_plan), Print(With(phase => phase with { Batch = 1, Pool = phase.Presentations })));

    // The first area, and the pathways, of the plan as a graph.
    private static NetworkPlan Graph(
        Func<PathwayPlan[], PathwayPlan[]>? pathways = null, Func<AreaPlan, AreaPlan>? area = null)
    {
        NetworkPlan graph = SmallGraphs.Graph(s_plan);
        return graph with
        {
            Areas = area is null ? graph.Areas : [area(graph.Areas[0]), .. graph.Areas[1..]],
            Pathways = pathways is null ? graph.Pathways : pathways(graph.Pathways),
        };
    }

    private static NetworkPlan Later(int epoch, string value) => s_plan with
    {
        Options =
        [
            s_plan.Options[0] with { Later = [new EpochValues(epoch, [value])] }, .. s_plan.Options[1..],
        ],
    };

    private static NetworkPlan Perturbed(Func<PerturbationPlan, PerturbationPlan> change) => s_plan with
    {
        Perturbations =
        [
            change(new PerturbationPlan(PerturbationKind.Cells, 1, 1, FirstTick: 1, LastTick: 8) { Cells = [1, 2] }),
        ],
    };

    private static string Print(NetworkPlan plan) => Convert.ToHexStringLower(PlanFingerprint.Compute(plan));

    private static NetworkPlan With(Func<Phase, Phase> change) =>
        s_plan with
        {
            Schedule =
                s_plan.Schedule with { Phases = [change(s_plan.Schedule.Phases[0]), .. s_plan.Schedule.Phases[1..]] },
        };
}
