using PalActors.Cli.Terminal;
using PalActors.Lab.Experiments;
using PalActors.Lab.Runs;
using PureHDF;

namespace PalActors.Seed.Tests.Recording;

/// <summary>A disk that fills during a run ends it with one line, and the recording so far opens.</summary>
public sealed class FullDiskTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(3_000)]
    [InlineData(40_000)]
    public async Task TheRunEndsAndWhatWasRecordedOpens(int room)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", Palactors.Small);
        ExperimentRun run = new(
            CellModels.All,
            file,
            [new Override("--set", "record", "[{observable: rate, area: 1, every: 1}]")])
        {
            Folder = folder["out"],
            CreateSegment = path => new SmallDisk(path, room),
        };

        var exception = await Assert.ThrowsAsync<PalActors.Clustering.Reports.RunFailedException>(
            () => run.RunAsync(CancellationToken.None));

        Assert.Contains(
            $"{Path.Combine(folder["out"], "recording")}: the recording cannot be written: No space left on device",
            exception.Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
        Invocation export = await Palactors.RunAsync("export", folder["out"], "--out", folder["saved.h5"]);
        Assert.Equal((ExitCodes.Success, ""), (export.Code, export.Error));
        using var opened = H5File.OpenRead(folder["saved.h5"]);
        Assert.Contains("observable: rate", opened.Attribute("experiment").Read<string>(), StringComparison.Ordinal);
        if (room < 10_000)
            return;
        long[] ticks = opened.Dataset("PAL_7/area_1/rate_ticks").Read<long[]>();
        Assert.Equal(Enumerable.Range(0, ticks.Length).Select(k => (long)k), ticks);
        Assert.Equal([(ulong)ticks.Length, 5UL], opened.Dataset("PAL_7/area_1/rate").Space.Dimensions);
    }

    private sealed class SmallDisk(string path, int room) : MemoryStream
    {
        private int _left = room;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            int count = Math.Min(buffer.Length, _left);
            _left -= count;
            using (FileStream file = new(path, FileMode.Append))
                file.Write(buffer[..count]);
            if (count < buffer.Length)
                throw new IOException("No space left on device");
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
    }
}
