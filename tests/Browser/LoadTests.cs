namespace PalActors.Browser;

/// <summary>A run and its pages under many requests, and pages of many areas and networks.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class LoadTests(Chromium chromium) : IDisposable
{
    private const string Paint =
        "(performance.getEntriesByType('paint').find(one => one.name === 'first-contentful-paint')?.startTime ?? 0)";

    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(8);

    private readonly string _folder = Directory.CreateTempSubdirectory("palactors-browser").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task AThousandRequestsASecondForTenSecondsChangeNoDigest()
    {
        string[] run = ["run", "yin-yang", "--seeds", "1-2", "--ticks", "1200000", "--digest", "--quiet"];
        string alone = Digests(await ServingProgram.RunAsync([.. run, "--out", Path.Combine(_folder, "alone")]));
        Assert.Equal(2, alone.Split('\n').Length);
        // Forty seconds at least, so that it goes on when the last request is answered.
        await using ServingProgram program = await ServingProgram.StartAsync(
            [.. run, "--set", "pace=30000", "--dashboard", "0", "--out", Path.Combine(_folder, "watched")]);
        RequestLoad load = await RequestLoad.SendAsync(program.Address, perSecond: 1000, seconds: 10);

        Assert.Equal(0, load.Failed);
        Assert.Equal(0, await program.EndAsync());
        Assert.Equal(alone, Digests(program.Said));
        Bars.AtMost("10,000 requests sent in", load.Sending.TotalSeconds, 10.5, "s");
        Bars.Tell($"10,000 requests answered in: {load.Answering.TotalSeconds:0.0} s");
    }

    [Fact]
    public async Task AHundredAreasOfTenNetworksAreDrawnSoonAndTakeLittleOfACore()
    {
        string layers = $"[4, {string.Concat(Enumerable.Repeat("5, ", 99))}3]";
        await using ServingProgram program = await ServingProgram.StartAsync(
            "run", "yin-yang", "--seeds", "1-10", "--set", $"layers={layers}", "--set", "eta_fw=0.1",
            "--epochs", "1000", "--quiet", "--dashboard", "0", "--out", Path.Combine(_folder, "wide"));
        using HttpClient client = new();
        while (!(await client.GetStringAsync(new Uri(program.Address, "nodes"))).Contains("seed 10", default))
            await Task.Delay(100);
        foreach ((string path, string isDrawn) in ((string, string)[])
            [
                ("nodes", "document.querySelectorAll('tbody tr').length >= 10"),
                ("", "document.querySelector('h1')"),
                ("cortex", "document.querySelectorAll('a.area').length === 101"),
            ])
        {
            await using WatchedPage page = await WatchedPage.OpenAsync(chromium, program.Address, path);
            await page.WaitAsync($"{Paint} > 0");
            double painted = await page.Page.EvaluateAsync<double>(Paint);
            await page.WaitAsync(isDrawn);
            Bars.AtMost($"first content of /{path}, 100 areas and 10 networks, after", painted / 1000, 2, "s");
            page.RequireNoProblem();
        }

        // The pool serves the run too, so what a page takes is a difference.
        double open;
        await using (WatchedPage page = await WatchedPage.OpenAsync(chromium, program.Address, "cortex"))
        {
            await Task.Delay(s_look);
            open = await PoolTime.ShareAsync(program.Id, s_look);
        }

        double closed = await PoolTime.ShareAsync(program.Id, s_look);
        Bars.AtMost("threads that serve an open page, beside the run, take", open - closed, 0.3, "of a core");
        Assert.True(open > 0, "No thread was found.");
    }

    private static string Digests(string said) => string.Join(
        '\n', said.Split('\n').Where(line => line.StartsWith("digest ", StringComparison.Ordinal)));
}
