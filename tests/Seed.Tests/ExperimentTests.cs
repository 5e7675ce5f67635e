using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Lab.Experiments;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Tests;

/// <summary>Reading of experiments, and the plans that follow from them.</summary>
public sealed class ExperimentTests
{
    [Fact]
    public void ThePapersParametersArriveInThePlan()
    {
        NetworkPlan plan = Assert.Single(Plans());

        Assert.Equal("PAL", plan.Model);
        Assert.Equal([4, 30, 3], plan.Layers);
        Assert.Equal(9876543UL, plan.DataSeed);
        Assert.Equal(123456UL, plan.Seed);
        Assert.Equal(["50", "0.01"], Option(plan, "eta_fw"));
        Assert.Equal(["0.5"], Option(plan, "eta_bw"));
        Assert.True(plan.Run > 0);
    }

    [Fact]
    public void AModelsOwnParametersGoBeforeTheExperiments()
    {
        IReadOnlyList<NetworkPlan> plans = Plans(
            new Override("--set", "model", "[PAL, FA, BP, no-feedback]"), new Override("--seeds", "seeds", "[5, 6]"));

        Assert.Equal(["PAL", "PAL", "FA", "FA", "BP", "BP", "no-feedback", "no-feedback"], plans.Select(p => p.Label));
        Assert.Equal(["PAL", "PAL", "FA", "FA", "BP", "BP", "PAL", "PAL"], plans.Select(p => p.Model));
        Assert.Equal([5, 6, 5, 6, 5, 6, 5, 6], plans.Select(p => p.Seed));
        Assert.Equal(Enumerable.Range(0, 8), plans.Select(p => p.Network));
        Assert.Equal(["0.5", "0", "0", "0"], plans.Where(p => p.Seed == 5).Select(p => Option(p, "eta_bw")[0]));
        Assert.Equal(["0.02", "0", "0", "0"], plans.Where(p => p.Seed == 5).Select(p => Option(p, "eta_PI")[0]));
        Assert.Equal(
            ["0.01", "0", "0", "0.01"], plans.Where(p => p.Seed == 5).Select(p => Option(p, "noise_scale")[0]));
        Assert.All(plans, plan => Assert.Equal(9876543UL, plan.DataSeed));
        Assert.Single(plans.Select(p => p.Run).Distinct());
    }

    [Fact]
    public void AnOverrideReachesOneModel()
    {
        Experiment experiment = Read(
            new Override("--set", "models.FA.noise_scale", "0.25"), new Override("--set", "model", "[FA, BP]"));

        Assert.Equal(["0.25", "0"], NetworkPlans.Of(experiment).Select(plan => Option(plan, "noise_scale")[0]));
    }

    [Fact]
    public void DelaysAreTakenAsTheyAre()
    {
        NetworkPlan plan = Assert.Single(
            Plans(new Override("--set", "delay_up", "7"), new Override("--set", "delay_down", "[3]")));

        Assert.Equal(["7"], Option(plan, "delay_up"));
        Assert.Equal(["3"], Option(plan, "delay_down"));
    }

    [Fact]
    public void DelaysMayBeTimes()
    {
        using TemporaryFolder folder = new();
        Experiment experiment = Read(
            new Override("--set", "delay_up", "0.5 ms"), new Override("--set", "delay_down", "[\"0.07 ms\"]"),
            new Override("--set", "jitter", "normal"), new Override("--set", "jitter_max", "0.2 ms"));
        NetworkPlan plan = NetworkPlans.Of(experiment)[0];
        MicrocircuitParameters parameters = new(plan.Graph, plan.Options);
        Assert.Equal([50], parameters.Links.DelayUp.Values);
        Assert.Equal([7], parameters.Links.DelayDown.Values);
        Assert.Equal(20, parameters.Links.JitterDown.Values[0].Reach);

        string written = ExperimentWriter.Write(experiment);
        Assert.Contains("\ndelay_up: 0.5 ms ", written, StringComparison.Ordinal);
        Assert.Equal(written, ExperimentWriter.Write(ExperimentReader.Read(
            CellModels.All, folder.Write("yin-yang.yaml", written))));
    }

    [Fact]
    public void TheEffectiveExperimentReadsBackAsItself()
    {
        using TemporaryFolder folder = new();
        Experiment experiment = Read(
            new Override("--set", "layers", "[4, 20, 10, 3]"),
            new Override("--set", "eta_fw", "[1, 2, 3e-3]"),
            new Override("--set", "model", "[no-feedback, BP]"),
            new Override("--set", "description", "\"a 'b' \\\"c\\\" # \\\\ d: e\\n\""),
            new Override("--ticks", "ticks", "12345"));
        string written = ExperimentWriter.Write(experiment);

        Experiment again = ExperimentReader.Read(CellModels.All, folder.Write("yin-yang.yaml", written));

        Assert.Equal(written, ExperimentWriter.Write(again));
        Assert.Equal(experiment.Description, again.Description);
        Assert.Equivalent(
            NetworkPlans.Of(experiment).Select(plan => plan with { Run = 1 }),
            NetworkPlans.Of(again).Select(plan => plan with { Run = 1 }),
            strict: true);
    }

    [Fact]
    public void EveryKeyOfTheEffectiveExperimentIsWritten()
    {
        // A task writes its own keys and those that all have.
        string classification = ExperimentWriter.Write(
            Read(new Override("--ticks", "ticks", "5"), new Override("--placement", "placement", "[[1], [2]]")));
        string teacher = ExperimentWriter.Write(
            ExperimentReader.Read(
                CellModels.All, ExperimentFiles.Resolve("fig4ab"), new Override("--ticks", "ticks", "5")));
        string files = ExperimentWriter.Write(
            ExperimentReader.Read(
                CellModels.All, ExperimentFiles.Resolve("mnist"), new Override("--set", "data_folder", "digits")));

        string autoencoder = ExperimentWriter.Write(
            ExperimentReader.Read(CellModels.All, ExperimentFiles.Resolve("autoencoder")));
        string graph = ExperimentWriter.Write(
            ExperimentReader.Read(CellModels.All, ExperimentFiles.Resolve("streams")));
        string perturbed = ExperimentWriter.Write(
            ExperimentReader.Read(
                CellModels.All, ExperimentFiles.Resolve("lesion"),
                new Override("--set", "freeze", "{late: {rule: B, epochs: 5-9}}"),
                new Override("--set", "weights", "runs/trained")));

        Assert.All(
            Palactors.Keys,
            key => Assert.True(
                classification.Contains($"\n{key}:", StringComparison.Ordinal)
                    || teacher.Contains($"\n{key}:", StringComparison.Ordinal)
                || files.Contains($"\n{key}:", StringComparison.Ordinal)
                || autoencoder.Contains($"\n{key}:", StringComparison.Ordinal)
                || graph.Contains($"\n{key}:", StringComparison.Ordinal)
                || perturbed.Contains($"\n{key}:", StringComparison.Ordinal), key));
        Assert.DoesNotContain("teacher", classification, StringComparison.Ordinal);
        Assert.DoesNotContain("\nvalidation:", teacher, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("etaa_bw", "eta_bw")]
    [InlineData("TPRES", "Tpres")]
    [InlineData("eta_wf", "eta_fw")]
    [InlineData("layer", "layers")]
    [InlineData("seed", "seeds")]
    [InlineData("dWPP_lowpass", "dWPP_low_pass")]
    [InlineData("learning_rate_of_something_else_entirely_and_much_longer_than_any_key_there_is", null)]
    public void TheNearestKeyIsFound(string word, string? nearest)
    {
        string found = NearestKey.Find(word, Palactors.Keys);

        Assert.Contains(found, Palactors.Keys);
        if (nearest is not null)
            Assert.Equal(nearest, found);
    }

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("abc", "ABC", 0)]
    [InlineData("abc", "acb", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void EditsAreCounted(string a, string b, int edits)
    {
        Assert.Equal(edits, NearestKey.Distance(a, b));
        Assert.Equal(edits, NearestKey.Distance(b, a));
    }

    private static Experiment Read(params Override[] overrides) =>
        ExperimentReader.Read(CellModels.All, ExperimentFiles.Resolve("yin-yang"), overrides);

    private static IReadOnlyList<NetworkPlan> Plans(params Override[] overrides) => NetworkPlans.Of(Read(overrides));

    private static string[] Option(NetworkPlan plan, string name) =>
        plan.Options.Single(option => option.Name == name).Values;
}
