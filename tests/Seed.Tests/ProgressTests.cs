using System.Globalization;
using System.Text.Json;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Microcircuit.Metrics;
using PalActors.Cli.Progress;
using PalActors.Clustering.Reports;
using PalActors.Lab;
using PalActors.Lab.Experiments;
using PalActors.Lab.Results;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Tests;

/// <summary>The figures of the progress, and that every epoch reaches a log.</summary>
public sealed class ProgressTests
{
    [Theory]
    [InlineData(0, "-")]
    [InlineData(950, "950 ticks/s")]
    [InlineData(12_340, "12.3 k ticks/s")]
    [InlineData(1_234_567, "1.23 M ticks/s")]
    public void SpeedIsReadable(double speed, string text) => Assert.Equal(text, Figures.Speed(speed));

    [Theory]
    [InlineData(0, "-")]
    [InlineData(100_000, "1x")]
    [InlineData(1_500_000, "15x")]
    [InlineData(123_456, "1.2x")]
    [InlineData(8.3, "0.000083x")]
    [InlineData(0.004, "0.00000004x")]
    public void TheRealTimeFactorIsSimulatedPerWallTime(double speed, string text) =>
        Assert.Equal(text, Figures.RealTime(speed, dt: 0.01));

    [Theory]
    [InlineData(double.NaN, "-")]
    [InlineData(double.PositiveInfinity, "-")]
    [InlineData(9, "9 s")]
    [InlineData(448, "7:28 min")]
    [InlineData(3725, "1:02:05 h")]
    public void DurationsAreReadable(double seconds, string text) => Assert.Equal(text, Figures.Duration(seconds));

    [Theory]
    [InlineData("ticks=200000", 1)]
    [InlineData("ticks=900000", 2)]
    [InlineData("epochs=7", 7)]
    public void ARunThatEndsAtATickHasTheEpochsThatItReaches(string change, int epochs)
    {
        NetworkPlan plan = NetworkPlans.Of(ExperimentReader.Read(
            CellModels.All, ExperimentFiles.Resolve("yin-yang"), Override.Parse("--set", change)))[0];

        Assert.Equal(epochs, Figures.Epochs(plan));
    }

    [Fact]
    public async Task EveryEpochGetsALineEvenIfTheRunEndsAtOnce()
    {
        NetworkPlan plan = NetworkPlans.Of(
            ExperimentReader.Read(
                CellModels.All, ExperimentFiles.Resolve("yin-yang"), new Override("--epochs", "epochs", "3")))[0];
        NetworkRecord network = new(plan, Palactors.Cells);
        network.Start();
        for (int epoch = 0; epoch <= 3; epoch++)
        {
            network.Add(new Metric(0, epoch + 1, epoch, null, CommonMetrics.AccuracyValidation, 0.25 * epoch));
            network.Add(new Metric(0, epoch + 1, epoch, 1, MicrocircuitMetrics.AngleWTB, 90 - epoch));
        }

        network.Add(new Metric(0, plan.Schedule.EndTick, 3, null, CommonMetrics.AccuracyTest, 0.5));
        network.Finish(new NetworkOutcome(plan, plan.Schedule.EndTick, true, [], NetworkFigures.None));
        StringWriter output = new();

        await new PlainProgress(output, [network]).ShowAsync(Task.CompletedTask);

        string[] lines = output.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        Assert.Equal(5, lines.Length);
        Assert.All(Enumerable.Range(0, 4), epoch => Assert.StartsWith(
            string.Create(
                CultureInfo.InvariantCulture,
                $"PAL seed 123456  epoch {epoch}/3  validation {25.0 * epoch:F2} %  "
                    + $"angle(W^T,B) {90.0 - epoch:F1} deg"),
            lines[epoch],
            StringComparison.Ordinal));
        Assert.StartsWith("PAL seed 123456  finished at tick 2250000", lines[4], StringComparison.Ordinal);
        Assert.Contains("test 50.00 %", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public void AnEpochGetsItsLineOnceAllAreasHaveMeasured()
    {
        NetworkPlan plan = NetworkPlans.Of(ExperimentReader.Read(
            CellModels.All,
            ExperimentFiles.Resolve("yin-yang"),
            Override.Parse("--set", "layers=[4, 9, 7, 3]"),
            Override.Parse("--set", "eta_fw=0.1"),
            Override.Parse("--set", "epochs=2")))[0];
        NetworkRecord network = new(plan, Palactors.Cells);
        OrderedMetrics rows = new(plan, _ => { });
        NetworkLines lines = new(network);
        StringWriter output = new();
        network.Start();

        // The top closes an evaluation first, then the others; looks come in between.
        Close(3, new Metric(0, 10, 0, null, CommonMetrics.AccuracyValidation, 0.25));
        Close(1, new Metric(0, 10, 0, 1, MicrocircuitMetrics.AngleWTB, 80));
        Assert.DoesNotContain("epoch 0/2  validation", output.ToString(), StringComparison.Ordinal);
        Close(2, new Metric(0, 10, 0, 2, MicrocircuitMetrics.AngleWTB, 70));

        string line = Assert.Single(
            output.ToString().Split('\n'), line => line.Contains("epoch 0/2  validation", StringComparison.Ordinal));
        Assert.Contains("validation 25.00 %  angle(W^T,B) 80.0 70.0 deg", line, StringComparison.Ordinal);

        void Close(int area, Metric metric)
        {
            network.Add(metric);
            rows.Add(new AreaMeasures(1, area, 10, [metric]));
            network.MeasuredTick = rows.ClosedTick;
            lines.Look(output);
            lines.Look(output);
        }
    }

    [Theory]
    [InlineData("yin-yang", "PAL seed 123456  stopped at tick 0 after 0 s")]
    [InlineData("fig3abc", "PAL seed 123  stopped at tick 0 after 0 s")]
    public async Task WhatIsNotMeasuredYetIsLeftOut(string experiment, string line)
    {
        NetworkPlan plan = NetworkPlans.Of(ExperimentReader.Read(
            CellModels.All, ExperimentFiles.Resolve(experiment)))[0];
        NetworkRecord network = new(plan, Palactors.Cells);
        network.Start();
        network.Finish(new NetworkEnd(0, Completed: false, NetworkFigures.None, null, Seconds: 0));
        StringWriter output = new();

        await new PlainProgress(output, [network]).ShowAsync(Task.CompletedTask);

        Assert.Equal(line, output.ToString().Trim());
    }

    [Fact]
    public async Task TheWireIsShownWhereThereIsOne()
    {
        NetworkPlan plan = NetworkPlans.Of(
            ExperimentReader.Read(
                CellModels.All, ExperimentFiles.Resolve("yin-yang"), new Override("--epochs", "epochs", "1")))[0];
        foreach ((NetworkFigures figures, string wire) in new[]
        {
            (new NetworkFigures(900, 0, 0, 0.5, []), ""),
            (new NetworkFigures(900, 40_000, 3_000_000, 5, []), ", wire 4.0 k frames/s 300.0 kB/s, waiting 50 %"),
            (new NetworkFigures(900, 40, 20_000_000, double.NaN, []), ", wire 4 frames/s 2.0 MB/s"),
        })
        {
            NetworkRecord network = new(plan, Palactors.Cells);
            network.Start();
            network.Finish(
                new NetworkEnd(plan.Schedule.EndTick, Completed: true, figures, new string('0', 64), Seconds: 10));
            RateMeter rate = new(network);
            rate.Sample();
            Assert.Equal(wire, TrafficText.AfterSpeed(rate));
            StringWriter output = new();
            await new PlainProgress(output, [network]).ShowAsync(Task.CompletedTask);
            Assert.EndsWith($"real time{wire}", output.ToString().TrimEnd(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ResultsTellOfTheWireAndOfStaleness()
    {
        using TemporaryFolder folder = new();
        Experiment experiment = ExperimentReader.Read(
            CellModels.All, ExperimentFiles.Resolve("yin-yang"), new Override("--epochs", "epochs", "1"));
        NetworkRecord network = new(NetworkPlans.Of(experiment)[0], Palactors.Cells);
        network.Finish(new NetworkEnd(
            7,
            Completed: false,
            new NetworkFigures(9, 8, 700, 0.25, [new LinkStaleness(2, "up", [5, 0, 2])]),
            null,
            Seconds: 1));
        RunProvenance provenance = new(
            "palactors run yin-yang", DateTimeOffset.UnixEpoch, experiment, [network.Plan], [[ProgramVersion.Current]]);
        ResultsFile.Write(folder["results.json"], provenance, [network], 1);
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(folder["results.json"]));
        JsonElement written = Assert.Single(json.RootElement.GetProperty("networks").EnumerateArray());
        Assert.Equal(
            (9, 8, 700, 0.25),
            (Number("frames"), Number("wire_frames"), Number("wire_bytes"), Number("waiting_seconds")));
        Assert.False(written.GetProperty("reproducible").GetBoolean());
        JsonElement link = Assert.Single(written.GetProperty("staleness").EnumerateArray());
        Assert.Equal((2, "up"), (link.GetProperty("area").GetInt32(), link.GetProperty("direction").GetString()));
        Assert.Equal([5, 0, 2], link.GetProperty("ticks").EnumerateArray().Select(count => count.GetInt32()));

        double Number(string name) => written.GetProperty(name).GetDouble();
    }
}
