using PalActors.Lab.Texts;

namespace PalActors.Seed.Tests;

/// <summary>Limits of what snapshots take on the disk, on the command line.</summary>
public sealed class SnapshotBudgetTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("palactors-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("500MB", 500_000_000)]
    [InlineData("2.5GB", 2_500_000_000)]
    [InlineData("1tb", 1_000_000_000_000)]
    [InlineData("7kB", 7000)]
    public void SizesAreRead(string text, long bytes) => Assert.Equal(bytes, ByteSizes.Parse("--size", text));

    [Theory]
    [InlineData("--snapshot-budget", "much")]
    [InlineData("--snapshot-budget", "5")]
    [InlineData("--snapshot-budget", "-5GB")]
    [InlineData("--snapshot-budget", "NaNGB")]
    [InlineData("--snapshot-budget", "0GB")]
    [InlineData("--snapshot-budget", "1e300TB")]
    [InlineData("--keep", "0")]
    [InlineData("--keep", "two")]
    public async Task OtherValuesAreRefused(string option, string value) => Palactors.AssertRefused(
        await Palactors.RunAsync("run", "yin-yang", "--dry-run", "--no-calibration", option, value),
        $"{option} is '{value}'", "valid is");

    [Fact]
    public async Task ABudgetForLessThanTwoSnapshotsIsRefusedBeforeAnyFileIsMade()
    {
        string folder = Path.Combine(_folder.FullName, "run");
        Palactors.AssertRefused(
            await Palactors.RunAsync("run", "yin-yang", "--snapshot-budget", "9kB", "--out", folder),
            "--snapshot-budget is 9000 bytes", "for a complete snapshot of the network");
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task TheDryRunTellsWhatTheyTake()
    {
        Invocation two = await Palactors.RunAsync("run", "yin-yang", "--dry-run", "--no-calibration");
        Invocation five = await Palactors.RunAsync("run", "yin-yang", "--dry-run", "--no-calibration", "--keep", "5");
        Assert.Contains(" on the disk; 2 and one that is being written", two.Output, StringComparison.Ordinal);
        Assert.Contains(" on the disk; 5 and one that is being written", five.Output, StringComparison.Ordinal);
    }
}
