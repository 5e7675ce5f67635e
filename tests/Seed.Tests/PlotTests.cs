using System.Buffers.Binary;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using PalActors.Seed.Experiments;
using PalActors.Seed.Plots;
using PalActors.Seed.Results;
using SkiaSharp;

namespace PalActors.Seed.Tests;

/// <summary>The plots: files of the right kind and size, with ink in them, whatever was or was not measured.</summary>
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

        IReadOnlyList<string> written = RunPlots.Draw(name => folder[name], "a test", Measured(seeds, epochs, e => 1 - (0.6 / (e + 1))));

        Assert.Equal(["accuracy.png", "alignment.png"], written);
        Assert.All(written, name => AssertPng(folder[name]));
    }

    [Fact]
    public void WhatWasNotMeasuredIsLeftOut()
    {
        using TemporaryFolder folder = new();

        Assert.Empty(RunPlots.Draw(name => folder[name], "a test", Measured(2, -1, _ => 0)));
        Assert.Empty(RunPlots.Draw(name => folder[name], "a test", Measured(2, 3, _ => double.NaN)));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void TheEmbeddedFontHasTheLettersOfThePlots()
    {
        SKTypeface typeface = new EmbeddedFont().CreateTypeface(EmbeddedFont.Name, false, false)!;

        Assert.True(typeface.ContainsGlyphs("abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 .,:;^/-+()[]% ° äöü éè θ − –"));
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

    private static NetworkRecord[] Measured(int seeds, int epochs, Func<int, double> accuracy)
    {
        IReadOnlyList<NetworkPlan> plans = NetworkPlans.Of(ExperimentReader.Read(
            ExperimentFiles.Resolve("yin-yang"),
            new Override("--set", "model", "[PAL, BP]"),
            new Override("--seeds", "seeds", $"[{string.Join(",", Enumerable.Range(1, seeds))}]")));
        NetworkRecord[] networks = [.. plans.Select(plan => new NetworkRecord(plan))];
        foreach (NetworkRecord network in networks)
        {
            for (int epoch = 0; epoch <= epochs; epoch++)
            {
                double value = accuracy(epoch) - (0.01 * network.Plan.Seed);
                network.Add(new Metric(network.Plan.Network, epoch, epoch, null, MetricNames.AccuracyValidation, value));
                network.Add(new Metric(network.Plan.Network, epoch, epoch, 1, MetricNames.AngleWTB, 90 * (1 - value)));
            }
        }

        return networks;
    }

    private static void AssertPng(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a], bytes[..8]);
        Assert.Equal((1200, 800), (BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20))));
        using SKBitmap bitmap = SKBitmap.Decode(bytes);
        // The title: dark pixels in the top strip, which is empty where no font is found.
        Assert.Contains(bitmap.Pixels.Take(bitmap.Width * 35), pixel => pixel.Red < 100 && pixel.Green < 100 && pixel.Blue < 100);
    }
}
