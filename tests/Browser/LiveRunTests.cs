namespace PalActors.Browser;

/// <summary>A run that is watched while it goes on.</summary>
public sealed class LiveRunTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("palactors-browser").FullName;
    private ServingProgram _program = null!;

    public async Task InitializeAsync() => _program = await ServingProgram.StartAsync(
        "run", "yin-yang", "--seeds", "1-3", "--epochs", "6", "--set", "layers=[4, 30, 10, 3]",
        "--set", "eta_fw=0.1", "--dashboard", "0", "--out", Path.Combine(_folder, "watched"));

    public async Task DisposeAsync()
    {
        await _program.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task AnAreaOpensAndItsWeightsChange()
    {
        await using WatchedPage page = await WatchedPage.OpenAsync(chromium, _program.Address, "cortex");
        await page.Page.Locator("a.area[data-area='1']").ClickAsync();
        await page.WaitAsync("document.querySelector('#area-title')?.textContent?.includes('30 cells')");
        const string weights = "JSON.stringify([...document.querySelectorAll('.js-plotly-plot')]"
            + ".flatMap(plot => plot.data).find(trace => trace.type === 'heatmap')?.z ?? null)";
        await page.WaitAsync($"{weights} !== 'null'");
        string before = await page.Page.EvaluateAsync<string>(weights);
        await page.WaitAsync($"{weights} !== {System.Text.Json.JsonSerializer.Serialize(before)}");
        await page.KeepAsync("cortex-area");
        page.RequireNoProblem();
    }
}
