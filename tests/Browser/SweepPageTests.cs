namespace PalActors.Browser;

/// <summary>The pages of a sweep that goes on.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class SweepPageTests(Chromium chromium) : IDisposable
{
    private const string Done = "parseInt(document.querySelectorAll('.tile .value')[1]?.textContent ?? '-1')";

    private readonly string _folder = Directory.CreateTempSubdirectory("palactors-browser").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task ItsPageFollowsItWithoutBeingLoadedAgain()
    {
        string folder = Path.Combine(_folder, "rates");
        await using ServingProgram sweep = ServingProgram.Begin(
            "sweep", "yin-yang", "--over", "eta_fw=0.01,0.05,0.1,0.5", "--seeds", "1-2", "--epochs", "1",
            "--out", folder);
        await sweep.UntilAsync(() => File.Exists(Path.Combine(folder, "sweep.yaml")));
        await using ServingProgram view = await ServingProgram.StartAsync(
            "view", folder, "--port", "0", "--no-browser");
        await using WatchedPage page = await WatchedPage.OpenAsync(chromium, view.Address);
        await page.WaitAsync($"{Done} >= 1");
        int before = await page.Page.EvaluateAsync<int>(Done);
        await page.WaitAsync($"{Done} > {before}");
        await page.WaitAsync("document.querySelector('.js-plotly-plot .main-svg')");
        await page.WaitAsync($"{Done} === 8");
        await page.WaitAsync("document.querySelectorAll('.tile .value')[3].textContent === 'complete'");
        await page.KeepAsync("sweep");
        await page.RequireAccessibleAsync();
        page.RequireNoProblem();
    }
}
