using System.Globalization;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Cli.Terminal;
using PalActors.Lab;
using PalActors.Lab.Experiments;
using PalActors.Messages.Plan;
using PalActors.TestKit;
using PureHDF;

namespace PalActors.Seed.Tests.Recording;

/// <summary>From a run to its exports and back.</summary>
public sealed class ExportTests
{
    private const string Record =
        "record=[{observable: prospective_potential, area: 1, neurons: 1-3, every: 50}, {observable: W, every: 400}, "
        + "{observable: W, area: 2, ticks: [0, 3]}, {observable: input, ticks: [900]}]";

    [Fact]
    public async Task TheHdf5FileHoldsWhatThePlainLoopComputes()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", Palactors.Small);
        Invocation with = await Palactors.RunAsync(
            "run", file, "--out", folder["out"], "--seeds", "3,4", "--digest", "--quiet", "--set", Record);
        Invocation without = await Palactors.RunAsync(
            "run", file, "--out", folder["plain"], "--seeds", "3,4", "--digest", "--quiet");

        Assert.Equal((ExitCodes.Success, ""), (with.Code, with.Error));
        Assert.Equal(without.Lines[^2..], with.Lines[^2..]);
        Assert.Contains(with.Lines, line => line.Contains("recording.h5", StringComparison.Ordinal));
        Assert.False(Path.Exists(Path.Combine(folder["plain"], "recording")));
        string path = Path.Combine(folder["out"], "recording.h5");
        Assert.Equal([0x89, .. "HDF\r\n"u8, 0x1a, .. "\n"u8], File.ReadAllBytes(path)[..8]);

        using var opened = H5File.OpenRead(path);
        Assert.Equal(
            File.ReadAllText(Path.Combine(folder["out"], "experiment.yaml")),
            opened.Attribute("experiment").Read<string>());
        Assert.StartsWith("0.", opened.Attribute("palactors_version").Read<string>(), StringComparison.Ordinal);
        foreach (NetworkPlan plan in NetworkPlans.Of(
            ExperimentReader.Read(CellModels.All, Path.Combine(folder["out"], "experiment.yaml"))))
        {
            IH5Group network = opened.Group($"PAL_{plan.Seed}");
            Assert.Equal([4, 5, 3], network.Attribute("layers").Read<int[]>());
            Assert.Equal(0.01, network.Attribute("dt_ms").Read<double>());
            Assert.Equal([ProgramVersion.Current.Hash], network.Attribute("builds").Read<string[]>());
            Assert.Matches("^[0-9a-f]{64}$", network.Attribute("data_sha256").Read<string>());
            IH5Dataset potentials = network.Dataset("area_1/prospective_potential"), w = network.Dataset("area_2/W");
            Assert.Equal([39UL, 3UL], potentials.Space.Dimensions);
            Assert.Equal([5UL, 3UL, 5UL], w.Space.Dimensions);
            Assert.Equal(
                ("1", "u_breve"),
                (potentials.Attribute("units").Read<string>(), potentials.Attribute("symbol").Read<string>()));
            Assert.Equal([1, 2, 3], potentials.Attribute("neurons").Read<int[]>());
            Assert.Equal(
                Enumerable.Range(0, 39).Select(k => k * 50L),
                network.Dataset("area_1/prospective_potential_ticks").Read<long[]>());

            PlainLoop loop = new(new PlannedNetwork(plan));
            double[] start = loop.Areas[1].Below.W.ToRowMajor();
            loop.RunTo(3);
            Assert.Equal(
                [.. start, .. loop.Areas[1].Below.W.ToRowMajor()], network.Dataset("area_2/W_2").Read<double[]>());
            double[] recorded = potentials.Read<double[]>();
            for (int k = 1; k <= 38; k++)
            {
                loop.RunTo(k * 50);
                Assert.Equal(loop.Areas[0].Pyramidal.Prospective[1..4], recorded[(k * 3)..((k + 1) * 3)]);
                if (k == 18)
                    Assert.Equal(loop.Areas[0].Below.RateBelow[..4], network.Dataset("area_0/input").Read<double[]>());
                if (k == 32)
                    Assert.Equal(loop.Areas[1].Below.W.ToRowMajor(), w.Read<double[]>()[60..]);
            }

            Assert.Equal([300L, 1000L, 1700L], network.Dataset("metrics/accuracy_validation_ticks").Read<long[]>());
            Assert.Equal(3, network.Dataset("metrics/angle_WT_B_area_1").Read<double[]>().Length);
        }
    }

    [Fact]
    public async Task AllFormatsHoldTheSame()
    {
        using TemporaryFolder folder = new();
        await Palactors.RunAsync(
            "run", folder.Write("small.yaml", Palactors.Small), "--out", folder["out"], "--quiet", "--set", Record);
        Invocation npy = await Palactors.RunAsync("export", folder["out"], "--format", "npy");
        Invocation csv = await Palactors.RunAsync(
            "export", folder["out"], "--format", "csv", "--out", folder["tables"]);
        Invocation hdf5 = await Palactors.RunAsync("export", folder["out"], "--out", folder["again.h5"]);

        Assert.All(
            [npy, csv, hdf5], invocation => Assert.Equal((ExitCodes.Success, ""), (invocation.Code, invocation.Error)));
        using var opened = H5File.OpenRead(folder["again.h5"]);
        double[] expected = opened.Dataset("PAL_7/area_2/W").Read<double[]>();
        byte[] array = File.ReadAllBytes(Path.Combine(folder["out"], "recording-npy", "PAL_7", "area_2", "W.npy"));
        int header = 10 + BitConverter.ToUInt16(array, 8);
        Assert.Equal(0, header % 64);
        Assert.Equal("\u0093NUMPY\u0001\0", System.Text.Encoding.Latin1.GetString(array, 0, 8));
        Assert.Equal(
            "{'descr': '<f8', 'fortran_order': False, 'shape': (5, 3, 5), }",
            System.Text.Encoding.ASCII.GetString(array, 10, header - 10).TrimEnd());
        Assert.Equal(
            expected, Enumerable.Range(0, expected.Length).Select(i => BitConverter.ToDouble(array, header + (8 * i))));
        Assert.Equal(array.Length, header + (8 * expected.Length));
        string[] lines = File.ReadAllLines(Path.Combine(folder["tables"], "PAL_7", "area_2", "W.csv"));
        const string Coordinates = "tick,time_ms,epoch,phase,sample,label,";
        Assert.StartsWith(Coordinates + "row_0_column_0,row_0_column_1,", lines[0], StringComparison.Ordinal);
        Assert.Equal(["0", "400", "800", "1200", "1600"], lines[1..].Select(line => line.Split(',')[0]));
        string[] records = File.ReadAllLines(
            Path.Combine(folder["out"], "recording-npy", "PAL_7", "area_2", "W_records.csv"));
        Assert.Equal(lines.Select(line => line.Split(',')[..6]), records.Select(line => line.Split(',')));
        string[] index = File.ReadAllLines(Path.Combine(folder["out"], "recording-npy", "index.csv"));
        Assert.Contains(
            index, line => line.StartsWith("PAL_7/area_2/W,PAL,7,2,W,5,3,5,1,W,", StringComparison.Ordinal));
        Assert.Equal(
            expected,
            lines[1..].SelectMany(line => line.Split(',').Skip(6))
                .Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task ADamagedSegmentIsNamedAndTheRestIsExported()
    {
        using TemporaryFolder folder = new();
        await Palactors.RunAsync(
            "run", folder.Write("small.yaml", Palactors.Small), "--out", folder["out"], "--quiet", "--seeds", "3,4",
            "--set", Record);
        string segment = Path.Combine(folder["out"], "recording", "network-0", "00000001.seg");
        byte[] bytes = File.ReadAllBytes(segment);
        bytes[5] ^= 1;
        File.WriteAllBytes(segment, bytes);

        Invocation invocation = await Palactors.RunAsync("export", folder["out"], "--out", folder["rest.h5"]);

        Assert.Equal(ExitCodes.Failed, invocation.Code);
        Assert.Contains(segment, Assert.Single(invocation.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        using var opened = H5File.OpenRead(folder["rest.h5"]);
        Assert.Equal(39, opened.Dataset("PAL_4/area_1/prospective_potential_ticks").Read<long[]>().Length);
        Assert.False(opened.LinkExists("PAL_3/area_1"));
    }

    [Fact]
    public async Task ARecordingOfAnotherVersionDoesNotReplaceTheFileThatIsThere()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", Palactors.Small);
        await Palactors.RunAsync("run", file, "--out", folder["out"], "--quiet", "--set", Record);
        string hdf5 = Path.Combine(folder["out"], "recording.h5");
        byte[] before = File.ReadAllBytes(hdf5);
        string segment = Path.Combine(folder["out"], "recording", "network-0", "00000001.seg");
        byte[] bytes = File.ReadAllBytes(segment);
        bytes[8] = 1;
        File.WriteAllBytes(segment, bytes);

        Invocation invocation = await Palactors.RunAsync("export", folder["out"]);

        Assert.Equal((ExitCodes.Failed, ""), (invocation.Code, invocation.Output));
        string line = Assert.Single(invocation.Error.TrimEnd().Split('\n'));
        Assert.Contains($"{segment}: the segment has version 1", line, StringComparison.Ordinal);
        Assert.Contains($"{hdf5} is not touched", line, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(hdf5));
    }

    [Fact]
    public async Task ARunOfARecordedFolderIsRefused()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(Path.Combine(folder["out"], "recording"));

        Palactors.AssertRefused(
            await Palactors.RunAsync("run", folder.Write("small.yaml", Palactors.Small), "--out", folder["out"]),
            "already holds recording");
    }

    [Theory]
    [InlineData("nowhere", "hdf5", null, "which is no folder")]
    [InlineData("empty", "npy", null, "holds no recording")]
    [InlineData("empty", "hdf", null, "--format is 'hdf'", "'hdf5'", "npy, csv")]
    [InlineData("recorded", "hdf5", "file", "which exists", "new file")]
    public async Task WhatCannotBeExportedIsRefused(string run, string format, string? path, params string[] parts)
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["empty"]);
        Directory.CreateDirectory(Path.Combine(folder["recorded"], "recording", "network-0"));
        folder.Write("file", "precious");
        string[] arguments =
        [
            "export",
            folder[run],
            "--format",
            format,
            .. path is null ? Array.Empty<string>() : ["--out", folder[path]],
        ];

        Palactors.AssertRefused(await Palactors.RunAsync(arguments), parts);

        Assert.Equal("precious", File.ReadAllText(folder["file"]));
    }
}
