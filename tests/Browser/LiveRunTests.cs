using System.Text.Json;

namespace PalActors.Browser;

/// <summary>A run that is watched while it goes on.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class LiveRunTests(Chromium chromium) : IDisposable
{
    private const string Points =
        "Math.max(0, ...[...document.querySelectorAll('.js-plotly-plot')[0]?.data ?? []].map(line => line.x.length))";

    private const string Weights = "JSON.stringify([...document.querySelectorAll('.js-plotly-plot')]"
        + ".flatMap(plot => plot.data).find(trace => trace.type === 'heatmap')?.z ?? null)";

    private readonly string _folder = Directory.CreateTempSubdirectory("palactors-browser").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task ARunIsWatchedFromStartToEndAndItsCurvesGrow()
    {
        await using ServingProgram program = await RunAsync("--epochs", "4");
        await using WatchedPage page = await WatchedPage.OpenAsync(chromium, program.Address);
        await page.WaitAsync($"{Points} >= 2");
        int before = await page.Page.EvaluateAsync<int>(Points);
        await page.WaitAsync($"{Points} > {before}");
        await page.KeepAsync("run");
        await page.WaitAsync("document.querySelectorAll('.state.done').length === 3");
        await page.WaitAsync($"{Points} === 5");
        page.RequireNoProblem();
        Assert.Equal(0, await program.EndAsync());
    }

    [Fact]
    public async Task AnAreaOpensAndItsWeightsChange()
    {
        await using ServingProgram program = await RunAsync(
            "--epochs", "20", "--set", "layers=[4, 30, 10, 3]", "--set", "eta_fw=0.1");
        await using WatchedPage page = await WatchedPage.OpenAsync(chromium, program.Address, "cortex");
        await page.Page.Locator("a.area[data-area='1']").ClickAsync();
        await page.WaitAsync("document.querySelector('#area-title')?.textContent?.includes('30 cells')");
        await page.WaitAsync($"{Weights} !== 'null'");
        string before = await page.Page.EvaluateAsync<string>(Weights);
        await page.WaitAsync($"{Weights} !== {JsonSerializer.Serialize(before)}");
        // Rates over time are there from the second state on.
        await page.WaitAsync("[...document.querySelectorAll('h3')].some(one => one.textContent === 'rates over time')");
        await page.KeepAsync("cortex-area");
        await page.RequireAccessibleAsync();
        page.RequireNoProblem();
    }

    private Task<ServingProgram> RunAsync(params string[] more) => ServingProgram.StartAsync(
        ["run", "yin-yang", "--seeds", "1-3", "--dashboard", "0", "--out", Path.Combine(_folder, "watched"), .. more]);
}
