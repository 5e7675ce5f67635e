namespace PalActors.Seed.Tests;

/// <summary>Options and sizes that are no numbers, or too large ones, are refused.</summary>
public sealed class BadNumberTests
{
    private static readonly string[] s_numbers =
    [
        "--seeds", "--epochs", "--ticks", "--chaos", "--snapshot-every", "--window", "--nodes",
    ];

    private static readonly string[] s_bad =
        ["NaN", "nan", "Infinity", "inf", "1e999", "-1", "-0.5", "", " ", "0x10", "1,5e"];

    public static TheoryData<string, string> BadNumbers
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (string option in s_numbers)
            {
                foreach (string value in s_bad)
                    data.Add(option, value);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(BadNumbers))]
    public async Task ANumberThatIsNoneIsRefused(string option, string value)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", Palactors.Small);
        Palactors.AssertRefused(await Palactors.RunAsync("run", file, "--out", folder["out"], option, value), option);
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("-1")]
    [InlineData("1e999")]
    [InlineData("")]
    public async Task AToleranceOrAJitterThatIsNoneIsRefused(string value)
    {
        string[] compare = ["compare", ".", "x.json", "--tolerance", value];
        Palactors.AssertRefused(await Palactors.RunAsync(compare), "--tolerance");
        string[] study = ["study", "delay", "yin-yang", "--out", "x", "--jitter", $"uniform:{value}"];
        Palactors.AssertRefused(await Palactors.RunAsync(study), "--jitter holds");
    }

    [Theory]
    [InlineData("[4, 100000, 100000, 3]", "100000 neurons in area 2 and 100000 below, 10000000000 weights")]
    [InlineData("[4, 2147483647, 3]", "2147483647 neurons in area 1 and 4 below")]
    [InlineData("[4, 46341, 46341, 3]", "46341 neurons in area 2")]
    public async Task AMatrixThatNoArrayHoldsIsRefusedByRunAndDryRun(string layers, string named)
    {
        string[] command = ["run", "yin-yang", "--set", $"layers={layers}", "--set", "eta_fw=1"];
        Palactors.AssertRefused(await Palactors.RunAsync(command), named, "at most 2147483000 in a matrix");
        Palactors.AssertRefused(await Palactors.RunAsync([.. command, "--dry-run", "--no-calibration"]), named);
    }

    [Fact]
    public async Task AnOutputFolderWhereNoneCanBeMadeSaysSo()
    {
        if (!Directory.Exists("/proc"))
            return;
        const string said = "--out is '/proc/x', which cannot be written: no folder can be made there";
        Palactors.AssertRefused(await Palactors.RunAsync("run", "yin-yang", "--out", "/proc/x"), said);
        string[] sweep = ["sweep", "yin-yang", "--over", "eta_bw=1,2", "--out", "/proc/x"];
        Palactors.AssertRefused(await Palactors.RunAsync(sweep), said);
    }

    [Theory]
    [InlineData("alpha=[1e-6, 1e-6, 1e-6]", "alpha has 3 values; the network has 1 hidden area, so it takes 1.")]
    [InlineData("eta_fw=[1, 1, 1]", "eta_fw has 3 values; the network has 2 areas above the input, so it takes 1 or 2")]
    public async Task HowManyValuesAKeyTakesIsSaidOnce(string setting, string said) =>
        Palactors.AssertRefused(await Palactors.RunAsync("run", "yin-yang", "--set", setting), said);

    [Fact]
    public async Task CurvesThatAreNotThereAreMissedFirst() => Palactors.AssertRefused(
        await Palactors.RunAsync("compare", ".", "nothing.json"), "nothing.json: there is no such file");
}
