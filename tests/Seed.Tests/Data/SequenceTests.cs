using System.Globalization;
using System.Text;
using PalActors.Cli.Terminal;
using PalActors.Lab.Weights;

namespace PalActors.Seed.Tests.Data;

/// <summary>Samples of own data that are frames, shown one after the other within a presentation.</summary>
public sealed class SequenceTests : IDisposable
{
    private const int Samples = 40, Frames = 4, Columns = 2;

    private const string Experiment = """
        layers: [2, 6, 2]
        model: PAL
        seeds: [7]
        epochs: 2
        eta_fw: [50, 0.01]
        eta_bw: 0.5
        eta_IP: 0.05
        eta_PI: 0.02
        noise_scale: 0.01

        """;

    private readonly TemporaryFolder _folder = new();

    public SequenceTests()
    {
        Random random = new(5);
        double[] values = [.. Enumerable.Range(0, Samples * Frames * Columns).Select(_ => random.NextDouble())];
        WriteNpy("frames.npy", "<f8", [Samples, Frames, Columns], values.SelectMany(BitConverter.GetBytes));
        double[] same = [.. Enumerable.Range(0, values.Length).Select(Still)];
        WriteNpy("same.npy", "<f8", [Samples, Frames, Columns], same.SelectMany(BitConverter.GetBytes));
        double[] still = [.. same.Chunk(Columns).Where((_, i) => i % Frames == 0).SelectMany(one => one)];
        WriteNpy("still.npy", "<f8", [Samples, Columns], still.SelectMany(BitConverter.GetBytes));
        double Still(int i) => values[(i / (Frames * Columns) * Columns) + (i % Columns)];
        WriteNpy(
            "labels.npy", "<i8", [Samples],
            Enumerable.Range(0, Samples).SelectMany(i => BitConverter.GetBytes((long)(i % 2))));
        Write("e.yaml", "frames.npy", "frames: 4, ");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task FramesThatAreAllTheSameTeachWhatTheSampleDoes()
    {
        Write("same.yaml", "same.npy", "frames: 4, ");
        Write("still.yaml", "still.npy", "");
        Invocation same = await RunAsync("same", "same.yaml");
        await RunAsync("still", "still.yaml");
        await RunAsync("other", "e.yaml");

        Assert.Contains("data: 4 x 2 inputs in 4 frames of 2, 2 classes; ", same.Output, StringComparison.Ordinal);
        StoredMatrix[] framed = [.. WeightFiles.Read(_folder["same/weights.h5"]).Matrices];
        StoredMatrix[] held = [.. WeightFiles.Read(_folder["still/weights.h5"]).Matrices];
        foreach ((StoredMatrix one, StoredMatrix other) in framed.Zip(held))
            Assert.All(one.Values.Zip(other.Values), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
        StoredMatrix w = WeightFiles.Read(_folder["other/weights.h5"]).Matrices[0];
        Assert.Contains(w.Values.Zip(held[0].Values), pair => Math.Abs(pair.First - pair.Second) > 1e-4);
    }

    [Theory]
    [InlineData("")]
    [InlineData("rate")]
    public async Task ARunThatWasStoppedWithinASequenceGoesOnToTheSameResult(string cells)
    {
        string[] options = cells.Length == 0 ? [] : ["--set", "batch_size=2"];
        if (cells.Length > 0)
            Write("e.yaml", "frames.npy", "frames: 4, ", Rate);
        await RunAsync("whole", "e.yaml", options);
        string[] run = ["run", _folder["e.yaml"], "--out", _folder["a"], "--quiet", .. options];
        Invocation stopped = await Palactors.RunUntilAsync(
            HasBegun, [.. run, "--set", cells.Length == 0 ? "pace=2000" : "pace=100", "--snapshot-every", "37"]);
        Assert.Equal(ExitCodes.Interrupted, stopped.Code);
        Assert.Equal(ExitCodes.Success, (await Palactors.RunAsync(run)).Code);
        Assert.Equal(File.ReadAllText(_folder["whole/metrics.csv"]), File.ReadAllText(_folder["a/metrics.csv"]));
        Assert.Equal(File.ReadAllText(_folder["whole/confusion.csv"]), File.ReadAllText(_folder["a/confusion.csv"]));
        Assert.Equal(Digest("whole"), Digest("a"));
    }

    [Fact]
    public async Task SequencesAreEvaluatedOnce()
    {
        await RunAsync("a", "e.yaml");
        Invocation evaluated = await Palactors.RunAsync("evaluate", _folder["a"]);
        Assert.Equal((ExitCodes.Success, ""), (evaluated.Code, evaluated.Error));
        string[] outputs = File.ReadAllLines(_folder["a/evaluation-test/outputs_PAL_7.csv"]);
        Assert.Equal(1 + (Samples / 10), outputs.Length);
        int[] counts =
        [
            .. File.ReadAllLines(_folder["a/confusion.csv"])[1..].SelectMany(line => line.Split(',')[4..])
                .Select(count => int.Parse(count, CultureInfo.InvariantCulture)),
        ];
        Assert.Equal(Samples / 10, counts.Sum());
    }

    [Theory]
    [InlineData("data.frames=3", "frames.npy: a sample is 4 x 2, and data.frames is 3; valid is 4")]
    [InlineData("data.frames=0", "data.frames is '0'", "1 or more")]
    [InlineData("data.frames=x", "data.frames is 'x'", "1 or more")]
    [InlineData(
        "Tpres=0.99", "Tpres is 0.99 ms, 99 ticks, and a sample has 4 frames",
        "0.96 ms (96 ticks) or 1 ms (100 ticks)")]
    [InlineData("Tpres=0.16", "5 ticks or more")]
    [InlineData("generator=numpy-legacy", "generator is 'numpy-legacy', and samples have 4 frames", "counter")]
    [InlineData("target_delay=aligned", "target_delay is 'aligned', and samples have 4 frames", "immediate")]
    public async Task WhatDoesNotFitIsRefused(string change, params string[] parts)
    {
        Invocation run = await Palactors.RunAsync(
            "run", _folder["e.yaml"], "--out", _folder["a"], "--set", "delay_up=2", "--set", change);
        Palactors.AssertRefused(run, parts);
        Assert.False(Directory.Exists(_folder["a"]));
    }

    [Fact]
    public async Task ColumnsThatAreNoWholeFramesAreRefused()
    {
        WriteNpy("frames.npy", "<f8", [Samples, 7], new byte[Samples * 7 * 8]);
        Palactors.AssertRefused(
            await Palactors.RunAsync("run", _folder["e.yaml"], "--out", _folder["a"]),
            "frames.npy: a sample has 7 inputs, and data.frames is 4", "4 or 8 inputs");
    }

    private const string Rate = """
        cells: rate
        layers: [2, 6, 2]
        model: PAL
        seeds: [7]
        epochs: 2
        eta_W: 0.5
        eta_B: 0.2
        sigma: 0.05
        Tpres: 2
        dt: 0.1

        """;

    private void Write(string name, string inputs, string frames, string experiment = Experiment) => _folder.Write(
        name, $"data: {{inputs: {inputs}, labels: labels.npy, {frames}scaling: min-max}}\n{experiment}");

    private void WriteNpy(string name, string type, int[] shape, IEnumerable<byte> bytes)
    {
        string sizes = string.Concat(shape.Select(size => $"{size},"));
        string header = $"{{'descr': '{type}', 'fortran_order': False, 'shape': ({sizes}), }}".PadRight(117) + "\n";
        File.WriteAllBytes(
            _folder[name],
            [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.ASCII.GetBytes(header), .. bytes]);
    }

    private bool HasBegun()
    {
        string folder = _folder["a/snapshots/network-0"];
        return Directory.Exists(folder) && Directory.GetFiles(folder, "manifest-*.json").Length > 1;
    }

    private string Digest(string run) => File.ReadAllLines(_folder[$"{run}/results.json"])
        .Single(line => line.Contains("\"digest\"", StringComparison.Ordinal));

    private async Task<Invocation> RunAsync(string folder, string experiment, params string[] options)
    {
        Invocation run =
            await Palactors.RunAsync(["run", _folder[experiment], "--out", _folder[folder], .. options]);
        Assert.Equal((ExitCodes.Success, ""), (run.Code, run.Error));
        return run;
    }
}
