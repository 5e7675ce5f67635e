using System.Globalization;
using System.Text.Json;
using PalActors.Cli.Terminal;

namespace PalActors.Seed.Tests.Fuzz;

/// <summary>The permitted outcomes of a command with an input that may be invalid.</summary>
internal static class Outcome
{
    private static readonly string[] s_traces = ["   at ", "unexpected failure", "Exception", "System.", "failed in"];

    /// <summary>Asserts that a run has a result, or reported a divergence, or was refused and left no files.</summary>
    /// <param name="invocation">Output and exit code.</param>
    /// <param name="folder">The folder for results, which did not exist before.</param>
    public static void AssertRun(Invocation invocation, string folder)
    {
        AssertPlain(invocation);
        if (invocation.Code == ExitCodes.BadInput)
        {
            AssertNothingLeft(invocation, folder);
            return;
        }

        bool diverged = invocation.Error.Contains("diverged at tick", StringComparison.Ordinal);
        Assert.Equal(diverged ? ExitCodes.Failed : ExitCodes.Success, invocation.Code);
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "results.json")));
        JsonElement results = document.RootElement;
        Assert.Equal(!diverged, results.GetProperty("completed").GetBoolean());
        Assert.Equal(diverged, results.GetProperty("diverged").GetInt32() > 0);
        foreach (JsonElement network in results.GetProperty("networks").EnumerateArray())
            AssertFinite(network, folder);
        Assert.True(File.Exists(Path.Combine(folder, "experiment.yaml")));
        Assert.Empty(Directory.GetFiles(folder, "*.part", SearchOption.AllDirectories));
    }

    /// <summary>Asserts that a command refused its input in one line, or succeeded.</summary>
    /// <param name="invocation">Output and exit code.</param>
    /// <param name="folder">A folder that must not exist after a refusal.</param>
    public static void AssertRefusedOrDone(Invocation invocation, string folder)
    {
        AssertPlain(invocation);
        if (invocation.Code != ExitCodes.Success)
            AssertNothingLeft(invocation, folder);
    }

    private static void AssertPlain(Invocation invocation)
    {
        Assert.All(s_traces, trace => Assert.DoesNotContain(trace, invocation.Error, StringComparison.Ordinal));
        string[] lines = invocation.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.StartsWith("palactors: ", line, StringComparison.Ordinal));
    }

    private static void AssertNothingLeft(Invocation invocation, string folder)
    {
        Assert.Equal(ExitCodes.BadInput, invocation.Code);
        Assert.Equal("", invocation.Output);
        Assert.Single(invocation.Error.TrimEnd().Split('\n'));
        Assert.False(Directory.Exists(folder) || File.Exists(folder));
    }

    // Each measured value is a number, or the network gives the reason.
    private static void AssertFinite(JsonElement network, string folder)
    {
        string seed = network.GetProperty("seed").ToString(), model = network.GetProperty("model").GetString()!;
        bool said = network.GetProperty("warnings").GetArrayLength() > 0 || network.TryGetProperty("diverged", out _);
        foreach (string row in File.ReadLines(Path.Combine(folder, "metrics.csv")).Skip(1))
        {
            string[] cells = row.Split(',');
            if (cells[0] == seed && cells[1] == model)
                Assert.True(said || double.IsFinite(double.Parse(cells[^1], CultureInfo.InvariantCulture)), row);
        }
    }
}
