using PalActors.Lab.Experiments;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Tests;

/// <summary>Lesions, frozen rules and parameters that vary, from experiment files to plans and results.</summary>
public sealed class PerturbationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("lesion: 3", "lesion is '3'", "map of named entries")]
    [InlineData("lesion: {a: 3}", "lesion.a is '3'", "valid is a map")]
    [InlineData("lesion: {a.b: {area: 1}}", "lesion holds 'a.b'", "letters, digits")]
    [InlineData("lesion: {a: {aera: 1}}", "lesion.a: 'aera' is not a key", "'area'")]
    [InlineData("lesion: {a: {share: 0.5}}", "lesion.a has neither area and pathway", "one of the two")]
    [InlineData("lesion: {a: {area: 1, pathway: 0-1}}", "lesion.a has both area and pathway")]
    [InlineData("lesion: {a: {area: 3}}", "lesion.a.area is '3'", "1-2")]
    [InlineData("lesion: {a: {area: 0}}", "lesion.a.area is '0'", "1-2")]
    [InlineData("lesion: {a: {pathway: 0-2}}", "lesion.a.pathway is '0-2'", "0-1, 1-2")]
    [InlineData("lesion: {a: {pathway: 0-1, share: 0.5}}", "lesion.a.share is given with a pathway")]
    [InlineData("lesion: {a: {area: 1, share: 1.5}}", "lesion.a.share is '1.5'", "from 0 to 1")]
    [InlineData("lesion: {a: {area: 1, share: -0.1}}", "lesion.a.share is '-0.1'", "from 0 to 1")]
    [InlineData("lesion: {a: {area: 1, share: 0.01}}", "lesion.a.share is 0.01", "none of the 5 neurons", "0.1 to 1")]
    [InlineData("lesion: {a: {area: 1, seed: 3}}", "lesion.a.seed is given without a share")]
    [InlineData("lesion: {a: {area: 1, neurons: 5}}", "lesion.a.neurons holds 5", "neurons 0 to 4")]
    [InlineData("lesion: {a: {area: 1, neurons: [1, x]}}", "lesion.a.neurons is 'x'", "range such as 0-9")]
    [InlineData("lesion: {a: {area: 1, neurons: 1, share: 1}}", "lesion.a has neurons and share")]
    [InlineData("lesion: {a: {area: 1, epochs: 2-1}}", "lesion.a.epochs is '2-1'", "first not after the last")]
    [InlineData("lesion: {a: {area: 1, epochs: 1-9}}", "lesion.a.epochs is 1-9", "valid is 0 to 2")]
    [InlineData("lesion: {a: {area: 1, ticks: 0-9}}", "lesion.a.ticks is '0-9'", "1 or more")]
    [InlineData("lesion: {a: {area: 1, ticks: 5-99999}}", "lesion.a.ticks is 5-99999", "the whole schedule")]
    [InlineData("lesion: {a: {area: 1, ticks: 5, epochs: 1}}", "lesion.a has epochs and ticks")]
    [InlineData(
        "lesion: {a: {area: 1, epochs: 1}, b: {area: 1, share: 0.5, epochs: 1-2}}", "lesion.b acts in ticks",
        "and lesion.a on the same", "do not overlap")]
    [InlineData("freeze: {a: {area: 1}}", "freeze.a.rule is missing", "W, P, Q, B")]
    [InlineData("freeze: {a: {rule: C}}", "freeze.a.rule is 'C'", "W, P, Q, B")]
    [InlineData("freeze: {a: {rule: B, area: 2}}", "freeze.a.rule is 'B', which area 2 has not")]
    [InlineData("freeze: {a: {rule: B, pathway: 0-1}}", "freeze.a.rule is 'B', which pathway 0-1 has not")]
    [InlineData("freeze: {a: {rule: W}, b: {rule: [P, W], epochs: 2}}", "freeze.b acts in ticks", "do not overlap")]
    [InlineData("alpha: {1: 0.1}", "alpha is {1}", "one of them of epoch 0")]
    [InlineData("alpha: {0: 0.1, x: 1}", "an epoch of alpha is 'x'", "whole number")]
    [InlineData("alpha: {0: 0.1, 2: -1}", "alpha is '-1'", "0 or more")]
    [InlineData("alpha: {0: 0.1, 9: -1}", "alpha is '-1'", "0 or more")]
    [InlineData("tauxi: {0: 0.1, 2: 1}", "tauxi is {0, 2}", "finite number above 0")]
    public async Task WhatIsWrongIsNamedInOneLine(string line, params string[] parts)
    {
        string file = _folder.Write("bad.yaml", Palactors.Small + line + "\n");
        Palactors.AssertRefused(await Palactors.RunAsync("run", file, "--out", _folder["out"]), [file, .. parts]);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public async Task CopiesCannotRest()
    {
        string file = _folder.Write("bp.yaml", Palactors.Small + "freeze: {a: {rule: B}}\n");
        Palactors.AssertRefused(
            await Palactors.RunAsync("run", file, "--set", "model=BP"),
            "freeze.a.rule holds B", "model BP", "copy of W");
    }

    [Fact]
    public void TheEffectiveExperimentReadsBackAsTheSame()
    {
        Experiment experiment = Read(
            """
            lesion:
              a: {area: 1, share: 0.4, seed: 3, epochs: 1-2}
              b: {pathway: 1-2, ticks: 7}
              c: {area: 2, neurons: [0, 2]}
            freeze: {x: {rule: [W, B], area: 1, epochs: 2}, y: {rule: Q}}
            alpha: {0: 1e-6, 2: 0.01}

            """);
        string written = ExperimentWriter.Write(experiment);
        string read = ExperimentWriter.Write(
            ExperimentReader.Read(CellModels.All, _folder.Write("small.yaml", written)));
        Assert.Equal(written, read);
        Assert.Contains("alpha: {0: 1.0e-6, 2: 0.01}", written, StringComparison.Ordinal);
        Assert.Contains("c: {area: 2, neurons: [0, 2]}}", written, StringComparison.Ordinal);
        NetworkPlan plan = Assert.Single(NetworkPlans.Of(experiment));
        Assert.Equal(3 + 2 + 1, plan.Perturbations.Length);
    }

    [Fact]
    public void ALargerShareHoldsTheNeuronsOfASmallerOneAndTheSeedDecides()
    {
        int[] Cells(string entry, params Override[] overrides) =>
            Assert.Single(
                NetworkPlans.Of(Read($"lesion: {{a: {{area: 1, {entry}}}}}\n", overrides))[0].Perturbations).Cells;

        int[] two = Cells("share: 0.4"), four = Cells("share: 0.8");
        Assert.Equal((2, 4), (two.Length, four.Length));
        Assert.Subset(four.ToHashSet(), two.ToHashSet());
        Assert.Equal(four, Cells("share: 0.4", Override.Of("lesion.a.share", "0.8")));
        int[][] drawn =
            [.. Enumerable.Range(0, 20).Select(seed => Cells("share: 0.4", Override.Of("seeds", $"{seed}")))];
        Assert.True(drawn.Select(cells => string.Join(' ', cells)).Distinct().Count() > 3);
        Assert.Equal(
            Cells("share: 0.4, seed: 5", Override.Of("seeds", "1")),
            Cells("share: 0.4, seed: 5", Override.Of("seeds", "2")));
        Assert.Equal([0, 1, 2, 3, 4], Cells("epochs: 1"));
        Assert.Empty(NetworkPlans.Of(Read("lesion: {a: {area: 1, share: 0}}\n"))[0].Perturbations);
    }

    [Fact]
    public void EpochsAreTheirTicksFromTheFirstOfTrainingToTheLastOfValidation()
    {
        NetworkPlan plan = NetworkPlans.Of(Read("lesion: {a: {area: 1, epochs: 1}, b: {area: 2, epochs: 0-2}}\n"))[0];
        // Three evaluations, four samples of training, three of validation, 100 ticks each; the test is of the last.
        Assert.Equal((301, 1000), (plan.Perturbations[0].FirstTick, plan.Perturbations[0].LastTick));
        Assert.Equal((1, 1900), (plan.Perturbations[1].FirstTick, plan.Perturbations[1].LastTick));
        Assert.Equal(1900, plan.Schedule.EndTick);
    }

    [Fact]
    public async Task ValuesByEpochThatDoNotDifferAreOneValue()
    {
        string[] digests =
        [
            await DigestAsync("alpha: 0.01\n"), await DigestAsync("alpha: {0: 0.01, 1: 0.01, 2: 0.01}\n"),
            await DigestAsync("alpha: {0: 0.01, 2: 0.3}\n"), await DigestAsync("alpha: {0: 0.01, 50: 0.3}\n"),
        ];
        Assert.Equal(digests[0], digests[1]);
        Assert.NotEqual(digests[0], digests[2]);
        Assert.Equal(digests[0], digests[3]);
    }

    [Fact]
    public async Task ALesionOfEverythingGivesTheAccuracyOfChance()
    {
        string file = _folder.Write(
            "all.yaml",
            Palactors.Small.Replace("validation: 3", "validation: 300", StringComparison.Ordinal)
            + "lesion: {a: {area: 1, epochs: 2}, b: {area: 2, epochs: 2}}\n");
        Invocation run = await Palactors.RunAsync("run", file, "--out", _folder["all"]);
        Assert.True(run.Code == 0, run.Error);
        Assert.Contains("all rates of area 2 were at", run.Error, StringComparison.Ordinal);
        string row = File.ReadAllLines(Path.Combine(_folder["all"], "metrics.csv"))
            .Last(line => line.Contains("accuracy_validation", StringComparison.Ordinal));
        // All read-outs are the same cell, so it is the share of one of three classes.
        double accuracy = double.Parse(row.Split(',')[^1], System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(accuracy, 0.2, 0.47);
    }

    [Fact]
    public async Task ASweepGoesOverTheShareOfALesion()
    {
        string file = _folder.Write("sweep.yaml", Palactors.Small + "lesion: {a: {area: 1, share: 0.4, epochs: 1}}\n");
        Invocation sweep = await Palactors.RunAsync(
            "sweep", file, "--over", "lesion.a.share=0,0.4,1", "--out", _folder["sweep"]);
        Assert.Equal((0, ""), (sweep.Code, sweep.Error));
        string[] rows = File.ReadAllLines(Path.Combine(_folder["sweep"], "sweep.csv"));
        Assert.Contains("lesion.a.share", rows[0], StringComparison.Ordinal);
        Assert.True(rows.Length >= 4);
    }

    private async Task<string> DigestAsync(string line)
    {
        string file = _folder.Write("run.yaml", Palactors.Small + line), folder = _folder[Guid.NewGuid().ToString("N")];
        Invocation run = await Palactors.RunAsync("run", file, "--digest", "--out", folder);
        Assert.Equal((0, ""), (run.Code, run.Error));
        return run.Lines.Single(one => one.StartsWith("digest ", StringComparison.Ordinal));
    }

    private Experiment Read(string lines, params Override[] overrides) => ExperimentReader.Read(
        CellModels.All, _folder.Write("small.yaml", Palactors.Small + lines), overrides);
}
