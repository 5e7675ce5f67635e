using System.Text.Json;
using PalActors.Cli.Terminal;

namespace PalActors.Seed.Tests;

/// <summary>Warnings that do not end a run: saturation, and angles that do not exist.</summary>
public sealed class WarningTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _experiment;

    public WarningTests() => _experiment = _folder.Write("small.yaml", Palactors.Small);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AnAreaWhoseRatesAreAllAtABoundIsSaidOnceAndListedWithItsEpochs()
    {
        Invocation run = await RunAsync("a", "init_WPP_range=[5000, 6000]");
        Assert.Equal(ExitCodes.Success, run.Code);
        string[] lines = [.. Lines(run.Error).Where(line => line.Contains("at a bound", StringComparison.Ordinal))];
        const string Said = "PAL seed 7: all rates of area 1 were at a bound of their activation function in epoch";
        Assert.Equal($"palactors: {Said} 0", lines[0]);
        Assert.Equal(lines.Length, lines.Distinct().Count());
        Assert.Contains($"Warning: {Said}s 0-2.", run.Output, StringComparison.Ordinal);
        JsonElement warning = Warnings("a")[0];
        Assert.Equal("saturated", warning.GetProperty("kind").GetString());
        Assert.Equal(1, warning.GetProperty("area").GetInt32());
        Assert.Equal("0-2", warning.GetProperty("epochs").GetString());
    }

    [Theory]
    [InlineData("tanh", true)]
    [InlineData("hard_sigmoid", true)]
    [InlineData("relu", false)]
    [InlineData("soft_relu", false)]
    public async Task OnlyBoundedActivationsSaturate(string activation, bool saturates)
    {
        string[] weights = ["init_WPP_range=[-6000, -5000]", "eta_fw=[0, 0]", "eta_bw=0", "eta_IP=0", "eta_PI=0"];
        Invocation run = await RunAsync("a", [.. weights, "noise_scale=0", $"activation={activation}"]);
        Assert.Equal(ExitCodes.Success, run.Code);
        Assert.Equal(saturates, run.Error.Contains("at a bound", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SaturationAndRowsAreTheSameWhereverARunStopsOnTheWay()
    {
        string[] changes = ["init_WPP_range=[5000, 6000]", "train=100", "pace=20000"];
        await RunAsync("whole", changes);
        int sittings = 0;
        Invocation part;
        do
        {
            using CancellationTokenSource stop = new();
            stop.CancelAfter(TimeSpan.FromMilliseconds(300 + (50 * sittings)));
            part = await RunAsync("parts", stop.Token, changes);
            Assert.True(++sittings < 100);
        }
        while (part.Code == ExitCodes.Interrupted);
        Assert.True(sittings > 1);
        Assert.Equal(Text("whole/metrics.csv"), Text("parts/metrics.csv"));
        Assert.Contains(",1,saturated,1\n", Text("whole/metrics.csv"), StringComparison.Ordinal);
        Assert.Equal(Warnings("whole").ToString(), Warnings("parts").ToString());
    }

    [Theory]
    [InlineData("B is zero", "init_BPP_range=[0, 0]", "noise_scale=0")]
    [InlineData("W is zero", "init_WPP_range=[0, 0]", "eta_fw=[0, 0]")]
    [InlineData("W and B are zero", "init_WPP_range=[0, 0]", "eta_fw=[0, 0]", "init_BPP_range=[0, 0]", "noise_scale=0")]
    public async Task AnAngleThatDoesNotExistIsSaidWithTheReason(string reason, params string[] changes)
    {
        Invocation run = await RunAsync("a", changes);
        Assert.Equal(ExitCodes.Success, run.Code);
        const string Angle = "angle(W^T, B)";
        string[] lines = [.. Lines(run.Error).Where(line => line.Contains(Angle, StringComparison.Ordinal))];
        Assert.Equal(2, lines.Length);
        Assert.Contains($"PAL seed 7: {Angle} of area 1 does not exist in epoch", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(reason, lines[0], StringComparison.Ordinal);
        Assert.Equal("palactors: angle(W^T, B) is in no figure: no value of it is finite", lines[1]);
        JsonElement told = Assert.Single(
            Warnings("a").EnumerateArray(), warning => warning.GetProperty("metric").GetString() == "angle_WT_B");
        Assert.Equal("angle_does_not_exist", told.GetProperty("kind").GetString());
        Assert.Equal("0-2", told.GetProperty("epochs").GetString());
    }

    [Fact]
    public async Task ARunWithNothingToSayHasNoWarning()
    {
        Invocation run = await RunAsync("a");
        Assert.Equal((ExitCodes.Success, ""), (run.Code, run.Error));
        Assert.Equal(0, Warnings("a").GetArrayLength());
        Assert.DoesNotContain("saturated", Text("a/metrics.csv"), StringComparison.Ordinal);
    }

    private static string[] Lines(string text) => text.TrimEnd().Split('\n');

    private Task<Invocation> RunAsync(string folder, params string[] changes) =>
        RunAsync(folder, CancellationToken.None, changes);

    private Task<Invocation> RunAsync(string folder, CancellationToken stop, string[] changes)
    {
        IEnumerable<string> set = changes.SelectMany(change => new[] { "--set", change });
        string[] run = ["run", _experiment, "--snapshot-every", "300", "--out", _folder[folder]];
        return Palactors.RunAsync(stop, [.. run, .. set]);
    }

    private string Text(string file) => File.ReadAllText(_folder[file]);

    private JsonElement Warnings(string folder)
    {
        using JsonDocument results = JsonDocument.Parse(Text($"{folder}/results.json"));
        return results.RootElement.GetProperty("networks")[0].GetProperty("warnings").Clone();
    }
}
