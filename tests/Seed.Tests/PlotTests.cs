using System.Buffers.Binary;
using System.Xml.Linq;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Reports;
using PalActors.Lab.Experiments;
using PalActors.Lab.Plots;
using PalActors.Lab.Results;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using ScottPlot;
using SkiaSharp;
using MicrocircuitMetrics = PalActors.Areas.Models.Microcircuit.Metrics.MicrocircuitMetrics;

namespace PalActors.Seed.Tests;

/// <summary>The plots: files of the right kind and size, with content, for any set of measures.</summary>
public sealed class PlotTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 20)]
    [InlineData(3, 20)]
    [InlineData(4, 400)]
    public void BothAreDrawn(int seeds, int epochs)
    {
        using TemporaryFolder folder = new();

        NetworkRecord[] networks = Measured(seeds, epochs, e => 1 - (0.6 / (e + 1)));

        Assert.True(RunPlots.DrawAccuracy(folder["accuracy.png"], "a test", networks));
        Assert.True(RunPlots.DrawAlignment(folder["alignment.png"], "a test", networks));
        AssertPng(folder["accuracy.png"]);
        AssertPng(folder["alignment.png"]);
    }

    [Fact]
    public void WhatWasNotMeasuredIsLeftOut()
    {
        using TemporaryFolder folder = new();

        foreach (NetworkRecord[] networks in (NetworkRecord[][])
            [Measured(2, -1, _ => 0), Measured(2, 3, _ => double.NaN)])
        {
            Assert.False(RunPlots.DrawAccuracy(folder["accuracy.png"], "a test", networks));
            Assert.False(RunPlots.DrawAlignment(folder["alignment.png"], "a test", networks));
        }

        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData(1, "area 1")]
    [InlineData(2, "area 1 (2 seeds, a line each)")]
    [InlineData(3, "area 1 (median of 3 seeds, band: quartiles)")]
    public void TheLegendSaysWhatIsDrawn(int seeds, string legend)
    {
        // Records during settling all have epoch 0.
        EpochValue[] settling = [.. Enumerable.Range(0, 5).Select(n => new EpochValue(0, 90 - n))];
        EpochValue[] records = [.. settling, new(0.5, 80), new(1, 70)];
        Curve curve = new("area 1", [.. Enumerable.Repeat(records, seeds)]);

        Assert.Equal(legend, curve.Legend());
        (double, double)[] medians = seeds < 3 ? [] : [(0, 86), (0.5, 80), (1, 70)];
        Assert.Equal(medians, curve.Band().Select(point => (point.Epoch, point.Value.Median)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(45)]
    [InlineData(88)]
    public void NoLegendCoversACurve(double angle)
    {
        using TemporaryFolder folder = new();
        using (EpochPlot plot = new("a test", "angle / °"))
        {
            EpochValue[] flat = [.. Enumerable.Range(0, 101).Select(epoch => new EpochValue(epoch, angle))];
            plot.Add(new Curve("PAL", [flat]), 0);
            plot.Mark(90, "90°: no alignment");
            plot.Frame(-2, 95);
            plot.Save(folder["plot.png"]);
        }

        using SKBitmap bitmap = SKBitmap.Decode(folder["plot.png"]);
        SKColor ink = SKColor.Parse("#0072B2");
        int[] columns =
        [
            .. Enumerable.Range(0, bitmap.Width).Where(x =>
                Enumerable.Range(0, bitmap.Height - 60).Any(y => bitmap.GetPixel(x, y) == ink)),
        ];
        // The curve is there from its first column to its last one.
        Assert.True(columns.Length > 1000);
        Assert.Equal(columns.Length, columns[^1] - columns[0] + 1);
    }

    [Fact]
    public void AVectorGraphicWithTheSameTextLiesBesideAFigure()
    {
        using TemporaryFolder folder = new();

        Assert.True(RunPlots.DrawAccuracy(folder["accuracy.png"], "a test", Measured(3, 20, e => 1 - (0.6 / (e + 1)))));

        XDocument drawing = XDocument.Load(folder["accuracy.svg"]);
        Assert.Equal("svg", drawing.Root!.Name.LocalName);
        Assert.Equal("1200", drawing.Root.Attribute("width")!.Value);
        Assert.Equal("800", drawing.Root.Attribute("height")!.Value);
        string[] texts =
            [.. drawing.Descendants().Where(one => one.Name.LocalName == "text").Select(one => one.Value.Trim())];
        Assert.Contains("a test: accuracy", texts);
        Assert.Contains("chance, 3 classes: 33.3 %", texts);
        Assert.Contains("median of 3 seeds, band: quartiles, thin lines: seeds", texts);
        Assert.Contains("validation accuracy / %", texts);
    }

    [Fact]
    public void AnAxisThatBeginsAboveZeroSaysSo()
    {
        using TemporaryFolder folder = new();

        Assert.True(RunPlots.DrawAccuracy(folder["accuracy.png"], "a test", Measured(1, 20, _ => 0.93)));

        Assert.Contains("(axis from 80)", File.ReadAllText(folder["accuracy.svg"]), StringComparison.Ordinal);
    }

    [Fact]
    public void TheEmbeddedFontHasTheLettersOfThePlots()
    {
        SKTypeface typeface = new EmbeddedFont().CreateTypeface(EmbeddedFont.Name, false, false)!;

        Assert.True(typeface.ContainsGlyphs(
            "abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 "
            + ".,:;^/-+()[]% ° äöü éè θ φ Δ ᵀ ⁻⁰¹²³⁴⁵⁶⁷⁸⁹ − –"));
        Assert.Null(new EmbeddedFont().CreateTypeface("Another", false, false));
    }

    [Fact]
    public void QuartilesAreThoseOfNumpy()
    {
        Quartiles quartiles = Quartiles.Of([4, 1, double.NaN, 2, 10]);

        Assert.Equal(new Quartiles(4, 1.75, 3, 5.5), quartiles);
        Assert.Equal(0, Quartiles.Of([]).Count);
        Assert.True(double.IsNaN(Quartiles.Of([]).Median));
    }

    [Theory]
    [InlineData("streams")]
    [InlineData("skip")]
    [InlineData("loop")]
    public void ArrowsOfAGraphBeginAndEndAtItsCircles(string experiment)
    {
        using TemporaryFolder folder = new();
        NetworkPlan plan =
            NetworkPlans.Of(ExperimentReader.Read(CellModels.All, ExperimentFiles.Resolve(experiment)))[0];

        GraphPlot.Draw(folder["graph.png"], plan);

        using SKBitmap bitmap = SKBitmap.Decode(folder["graph.png"]);
        Coordinates[] places = GraphPlot.Places(plan.Graph);
        double left = places.Min(place => place.X), top = places.Max(place => place.Y);
        double aside = (bitmap.Width - (GraphPlot.Unit * (places.Max(place => place.X) - left))) / 2,
            above = (bitmap.Height - (GraphPlot.Unit * top)) / 2;
        foreach (Pathway pathway in plan.Graph.Pathways)
        {
            Assert.True(IsDrawn(pathway.From, pathway.To), $"{pathway} begins in the air");
            Assert.True(IsDrawn(pathway.To, pathway.From), $"{pathway} ends in the air");
        }

        // Something is drawn a few pixels outside of the circle of an area, towards another.
        bool IsDrawn(int at, int towards)
        {
            double x = places[towards].X - places[at].X, y = places[towards].Y - places[at].Y;
            double outside = ((GraphPlot.Circle / 2) + 6) / GraphPlot.Unit / Math.Sqrt((x * x) + (y * y));
            int column = (int)(aside + (GraphPlot.Unit * (places[at].X + (outside * x) - left)));
            int row = (int)(above + (GraphPlot.Unit * (top - places[at].Y - (outside * y))));
            // A pathway that has another back lies a little aside.
            return Enumerable.Range(-16, 33).Any(dx => Enumerable.Range(-16, 33).Any(dy =>
                IsOfArrow(column + dx, row + dy)));
        }

        bool IsOfArrow(int column, int row) => bitmap.GetPixel(column, row) is { Red: > 100 and < 150 } pixel
            && pixel.Red == pixel.Green && pixel.Green == pixel.Blue;
    }

    [Fact]
    public void AGraphNamesTheNodesOfItsAreas()
    {
        using TemporaryFolder folder = new();
        NetworkPlan plan =
            NetworkPlans.Of(ExperimentReader.Read(CellModels.All, ExperimentFiles.Resolve("skip")))[0];
        string[] areas = [.. plan.Graph.WithCells.Select(plan.Graph.Name)];

        GraphPlot.Draw(
            folder["graph.png"], plan,
            new NodeAreas("seed", [areas[0]]), new NodeAreas("palactors-area-0:4053", areas[1..]));

        string[] texts = [.. File.ReadAllLines(folder["graph.svg"]).Select(line => line.Trim())];
        Assert.Single(texts, "seed");
        Assert.Equal(areas.Length - 1, texts.Count(text => text == "node 2"));
        Assert.Single(texts, "node 2: palactors-area-0:4053");
        Assert.DoesNotContain("node 1", texts);
    }

    private static NetworkRecord[] Measured(int seeds, int epochs, Func<int, double> accuracy)
    {
        IReadOnlyList<NetworkPlan> plans = NetworkPlans.Of(ExperimentReader.Read(CellModels.All,
            ExperimentFiles.Resolve("yin-yang"),
            new Override("--set", "model", "[PAL, BP]"),
            new Override("--seeds", "seeds", $"[{string.Join(",", Enumerable.Range(1, seeds))}]")));
        NetworkRecord[] networks = [.. plans.Select(plan => new NetworkRecord(plan, Palactors.Cells))];
        foreach (NetworkRecord network in networks)
        {
            for (int epoch = 0; epoch <= epochs; epoch++)
            {
                double value = accuracy(epoch) - (0.01 * network.Plan.Seed);
                network.Add(
                    new Metric(network.Plan.Network, epoch, epoch, null, CommonMetrics.AccuracyValidation, value));
                network.Add(
                    new Metric(network.Plan.Network, epoch, epoch, 1, MicrocircuitMetrics.AngleWTB, 90 * (1 - value)));
            }
        }

        return networks;
    }

    private static void AssertPng(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a], bytes[..8]);
        Assert.Equal(
            (1200, 800),
            (
                BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)),
                BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20))));
        using SKBitmap bitmap = SKBitmap.Decode(bytes);
        // The title: dark pixels in the top strip, which is empty where no font is found.
        Assert.Contains(
            bitmap.Pixels.Take(bitmap.Width * 35), pixel => pixel.Red < 100 && pixel.Green < 100 && pixel.Blue < 100);
    }
}
