using Microsoft.Playwright;

namespace PalActors.Browser;

/// <summary>All pages of a run: how they fit a screen, who can use them, what they give.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class PageTests(Chromium chromium, FinishedRun run) : IClassFixture<FinishedRun>
{
    private const string Drawn = "document.querySelectorAll('figure.chart').length"
        + " === document.querySelectorAll('.js-plotly-plot .main-svg:first-child').length";

    [Theory]
    [InlineData("", "run")]
    [InlineData("cortex", "cortex")]
    [InlineData("cortex?area=1", "area")]
    [InlineData("nodes", "cluster")]
    [InlineData("results", "results")]
    public async Task APageFitsWideAndNarrowScreensLightAndDarkAndIsAccessible(string path, string name)
    {
        foreach ((int width, bool isDark) in ((int, bool)[])[(1280, false), (390, true)])
        {
            await using WatchedPage page = await WatchedPage.OpenAsync(chromium, run.Address, path, width, isDark);
            await page.WaitAsync($"document.querySelector('main.{(isDark ? "is-dark" : "is-light")} h1') && {Drawn}");
            int beyond = await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
            Assert.True(beyond <= 0, $"{name} is {beyond} pixels wider than a screen of {width}");
            int ground = await page.Page.EvaluateAsync<int>(
                "Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])");
            Assert.Equal(isDark, ground < 64);
            await page.KeepAsync($"{name}-{(isDark ? "dark" : "light")}-{width}");
            await page.RequireAccessibleAsync();
            page.RequireNoProblem();
        }
    }

    [Fact]
    public async Task TheKeyboardAloneReachesPagesAndAreas()
    {
        await using WatchedPage page = await WatchedPage.OpenAsync(chromium, run.Address);
        await page.WaitAsync("document.querySelector('main.is-light h1')");
        // A page begins at its heading; what is above it lies backwards.
        await page.WaitAsync("document.activeElement.tagName === 'H1'");
        await PressToAsync(page.Page, "Shift+Tab", "document.activeElement.textContent === 'Skip to the content'");
        await PressToAsync(page.Page, "Tab", "document.activeElement.textContent === 'Cortex'");
        await page.Page.Keyboard.PressAsync("Enter");
        await page.WaitAsync("document.querySelectorAll('a.area').length === 3");
        await page.WaitAsync("document.activeElement.tagName === 'H1'");
        await PressToAsync(page.Page, "Tab", "document.activeElement.dataset.area === '2'");
        await page.Page.Keyboard.PressAsync("Enter");
        await page.WaitAsync("document.querySelector('#area-title')?.textContent?.includes('3 cells')");
        page.RequireNoProblem();
    }

    [Fact]
    public async Task FiguresArriveAsPngAndCsvAndAllValuesAsCsv()
    {
        await using WatchedPage page = await WatchedPage.OpenAsync(chromium, run.Address);
        await page.WaitAsync($"document.querySelector('figure.chart') && {Drawn}");
        byte[] picture = await LoadAsync(page.Page, "figure.chart button");
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], picture[..4]);
        Assert.True(picture.Length > 10_000);
        string curves = System.Text.Encoding.UTF8.GetString(await LoadAsync(page.Page, "figure.chart a[download]"));
        Assert.StartsWith("curve,epoch,value\n", curves.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Contains("\nPAL,1,", curves, StringComparison.Ordinal);
        string all = System.Text.Encoding.UTF8.GetString(await LoadAsync(page.Page, ".downloads a"));
        Assert.Contains("accuracy_validation", all, StringComparison.Ordinal);
        page.RequireNoProblem();
    }

    private static async Task<byte[]> LoadAsync(IPage page, string what)
    {
        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.Locator(what).First.ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    private static async Task PressToAsync(IPage page, string key, string isThere)
    {
        for (int i = 0; i < 40; i++)
        {
            await page.Keyboard.PressAsync(key);
            if (await page.EvaluateAsync<bool>($"!!({isThere})"))
                return;
        }

        Assert.Fail($"{key} never comes to where {isThere}.");
    }
}
