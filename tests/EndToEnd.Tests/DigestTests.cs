namespace PalActors.EndToEnd.Tests;

/// <summary>The digest of a run as a user sees it, from separate processes.</summary>
public sealed class DigestTests
{
    private static readonly string[] s_run =
        ["run", "yin-yang", "--ticks", "120000", "--seeds", "1,2", "--set", "validation=100", "--digest", "--quiet"];

    [Fact]
    public async Task TheDigestDoesNotDependOnTheWidthOfVectorsNorOnTheCompiler()
    {
        string[] usual = await DigestsAsync([]);
        Assert.Equal(2, usual.Length);
        Assert.NotEqual(usual[0].Split(' ')[2], usual[1].Split(' ')[2]);
        Assert.Equal(usual, await DigestsAsync([], ("DOTNET_EnableAVX512", "0")));
        // Another compiler tier may not fuse, reorder or split operations differently either.
        Assert.Equal(usual, await DigestsAsync([], ("DOTNET_TieredCompilation", "0")));
    }

    [Fact]
    public async Task ASeedsDigestDoesNotDependOnWhichOthersRunBesideIt()
    {
        string[] both = await DigestsAsync([]);
        string[] alone = await DigestsAsync(["--seeds", "2"]);
        Assert.Equal([both[1]], alone);
    }

    private static async Task<string[]> DigestsAsync(string[] instead, params (string, string)[] environment)
    {
        using TemporaryDirectory folder = new();
        List<string> arguments = [.. s_run];
        if (instead.Length > 0)
            arguments[arguments.IndexOf(instead[0]) + 1] = instead[1];
        PalactorsProcess.Result result = await PalactorsProcess.RunAsync(
            [.. arguments, "--out", folder.File("run")], environment);
        Assert.True(result.ExitCode == 0, $"exit {result.ExitCode}: {result.Error}");
        return
        [
            .. result.Output.Split('\n', StringSplitOptions.TrimEntries)
                .Where(l => l.StartsWith("digest ", StringComparison.Ordinal)),
        ];
    }
}
