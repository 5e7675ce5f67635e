using System.Text;
using PalActors.Cli.Terminal;

namespace PalActors.Seed.Tests;

/// <summary>Every example of every <c>--help</c>, run; long ones are only planned or end after a few ticks.</summary>
public sealed class HelpExampleTests : IDisposable
{
    private static readonly string[] s_folders = ["runs/", "sweeps/", "studies/"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task EveryExampleOfEveryHelpWorks()
    {
        await PrepareAsync();
        string[] examples = [.. (await ExamplesAsync([])).Distinct()];
        Assert.InRange(examples.Length, 35, 100);
        List<string> failures = [];

        // Plots are drawn from what a study has left.
        foreach (string example in examples.OrderBy(line => line.Contains(" plot ", StringComparison.Ordinal)))
        {
            (string[] arguments, int code, string said) = Expected(example);
            Invocation result = await Palactors.RunAsync(arguments);
            if (result.Code != code || !(result.Output + result.Error).Contains(said, StringComparison.Ordinal))
                failures.Add($"{example}: exit code {result.Code}: {result.Error}{result.Output}");
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    // The form of an example in this test, and its outcome. No example waits for a node or loads data.
    private (string[] Arguments, int Code, string Said) Expected(string example)
    {
        string[] given = [.. Words(example).Skip(1).TakeWhile(word => word != ">").Select(Placed)];
        return given switch
        {
            ["run", "--help"] or ["study", "delay", "--help"] => (given, ExitCodes.Success, "Examples:"),
            ["run", .. string[] rest] when rest.Contains("--dry-run") => (given, ExitCodes.Success, "neurons"),
            ["run", ..] => ([.. given, "--dry-run", "--no-calibration"], ExitCodes.Success, "neurons"),
            ["resume", ..] => (given, ExitCodes.Success, "is complete"),
            ["sweep", ..] or ["study", ..] =>
                ([.. given.Select(OneSeed), "--ticks", "3"], ExitCodes.Success, "sweep.csv"),
            ["node", ..] when given.Contains("--tls-ca") =>
                (given, ExitCodes.BadInput, "--tls-certificate is 'node.pem', which is not there"),
            ["node", "--join", "127.0.0.1:4053"] =>
                (["node", "--join", "127.0.0.1:1", "--give-up-after", "1s"], ExitCodes.Failed, "nothing listens at"),
            ["health", "--ready"] => ([.. given, "--port", "1"], ExitCodes.Failed, ""),
            ["health", ..] => (given, ExitCodes.Failed, ""),
            ["data", "get", _, "--from", string from] => (given, ExitCodes.BadInput, $"--from is '{from}'"),
            ["data", "get", ..] => ([.. given, "--from", _folder.Path], ExitCodes.BadInput, _folder.Path),
            ["data", "show", ..] => (given, ExitCodes.BadInput, "there is no such file"),
            ["stop", ..] => (given, ExitCodes.BadInput, "where no run is going on"),
            ["view", ..] => ([.. given, "--port", "http"], ExitCodes.BadInput, "--port is 'http'; valid is a port"),
            ["readout", ..] => (given, ExitCodes.BadInput, "valid is the folder of a run"),
            ["keys", "--markdown"] => (given, ExitCodes.Success, "# Experiments"),
            ["keys"] => (given, ExitCodes.Success, "Keys of the run:"),
            ["keys", string key] => (given, ExitCodes.Success, key),
            ["new", string file, ..] => (given, ExitCodes.Success, $"To run it: palactors run {file}"),
            ["compare", ..] => (given, ExitCodes.Failed, "worst deviation"),
            _ => (given, ExitCodes.Success, ""),
        };
    }

    private static string OneSeed(string word) => word is "1,2,3" or "1-5" ? "1" : word;

    private string Placed(string word) => word switch
    {
        "path/params.json" or "fig3abc_angle_WT_B.json" or "curves.json" => _folder[Path.GetFileName(word)],
        "traces" or "mine.yaml" or "wide.yaml" or "trained.h5" => _folder[word],
        _ when s_folders.Any(folder => word.StartsWith(folder, StringComparison.Ordinal)) => _folder[word],
        _ when word.StartsWith("tests/golden/", StringComparison.Ordinal) => Path.Combine(Repository.Root, word),
        _ => word,
    };

    private async Task PrepareAsync()
    {
        _folder.Write("params.json", AuthorsFileTests.Parameters());
        _folder.Write("fig3abc_angle_WT_B.json", """{"seeds": {"123": [[50, 50, 50]]}}""");
        _folder.Write("curves.json", """{"seeds": {"123": [[50, 50, 50]]}}""");
        string small = _folder.Write("small.yaml", Palactors.Small);
        await RunAsync("run", small, "--out", _folder["runs/models"], "--set", "record=[{observable: W, every: 500}]");
        string[] teacher = ["run", "fig3abc", "--seeds", "123", "--ticks", "12000", "--out"];
        await RunAsync([.. teacher, _folder["runs/mine"]]);
        await RunAsync([.. teacher, _folder["runs/fig3abc-20260101-120000"]]);

        static async Task RunAsync(params string[] arguments)
        {
            Invocation run = await Palactors.RunAsync([.. arguments, "--quiet"]);
            Assert.True(run.Code == ExitCodes.Success, run.Error);
        }
    }

    // The help lists the subcommands of a command, and its examples.
    private static async Task<IEnumerable<string>> ExamplesAsync(string[] command)
    {
        Invocation help = await Palactors.RunAsync([.. command, "--help"]);
        Assert.Equal(ExitCodes.Success, help.Code);
        string[] own = [.. Section(help, "Example")];
        Assert.All(own, line => Assert.StartsWith("palactors ", line, StringComparison.Ordinal));
        Assert.True(own.Length > 0, $"{string.Join(' ', command)} has no example.");
        List<string> all = [.. own];
        foreach (string line in Section(help, "Commands:"))
            all.AddRange(await ExamplesAsync([.. command, line.Split(' ')[0]]));
        return all;
    }

    private static IEnumerable<string> Section(Invocation help, string heading) => help.Lines
        .SkipWhile(line => !line.StartsWith(heading, StringComparison.Ordinal)).Skip(1)
        .TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal))
        .Where(line => line.Length > 2 && line[2] != ' ').Select(line => line.Trim());

    // As in a shell: words between spaces, quotes around words that belong together.
    private static IEnumerable<string> Words(string line)
    {
        StringBuilder word = new();
        bool quoted = false;
        foreach (char c in line + " ")
        {
            if (c == '\'')
                quoted = !quoted;
            else if (c != ' ' || quoted)
                word.Append(c);
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
    }
}
