using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace PalActors.Browser;

/// <summary>A page of which every request and every error is noted.</summary>
internal sealed class WatchedPage : IAsyncDisposable
{
    private const int Looks = 300;
    private const int PauseMilliseconds = 200;

    private readonly ConcurrentQueue<string> _problems = new();
    private readonly IBrowserContext _context;

    private WatchedPage(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Opens a page of a program.</summary>
    /// <param name="chromium">The browser.</param>
    /// <param name="address">Address of its pages.</param>
    /// <param name="path">Path of the page.</param>
    /// <param name="width">Width of the screen, pixels.</param>
    /// <param name="isDark">Whether the reader prefers dark colours.</param>
    public static async Task<WatchedPage> OpenAsync(
        Chromium chromium, Uri address, string path = "", int width = 1280, bool isDark = false)
    {
        IBrowserContext context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 844 : 860 },
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
        });
        WatchedPage watched = new(context, await context.NewPageAsync());
        watched.Page.SetDefaultTimeout(90_000);
        watched.Page.Console += (_, message) =>
        {
            if (message.Type == "error")
                watched._problems.Enqueue($"console: {message.Text}");
        };
        watched.Page.PageError += (_, error) => watched._problems.Enqueue($"error: {error}");
        watched.Page.Request += (_, request) =>
        {
            Uri uri = new(request.Url);
            if (uri.Scheme is "http" or "https" or "ws" or "wss" && uri.Authority != address.Authority)
                watched._problems.Enqueue($"request to another origin: {request.Url}");
        };
        await watched.Page.GotoAsync(new Uri(address, path).ToString());
        return watched;
    }

    /// <summary>Waits until an expression is true in the page.</summary>
    /// <remarks>The policy of the page forbids it to evaluate text, so it is asked again and again.</remarks>
    public async Task WaitAsync(string expression)
    {
        for (int look = 0; look < Looks; look++)
        {
            if (await Page.EvaluateAsync<bool>($"!!({expression})"))
                return;
            await Page.WaitForTimeoutAsync(PauseMilliseconds);
        }

        Assert.Fail($"It never became true: {expression}; problems: {string.Join("; ", _problems)}");
    }

    /// <summary>Fails if axe finds a serious fault.</summary>
    public async Task RequireAccessibleAsync()
    {
        AxeResult result = await Page.RunAxe();
        Assert.Empty(result.Violations.Where(one => one.Impact is "serious" or "critical").Select(one =>
            $"{one.Id}: {string.Join(" | ", one.Nodes.Select(node => node.Html))}"));
    }

    /// <summary>Fails if something went wrong in the page.</summary>
    public void RequireNoProblem() => Assert.Empty(_problems);

    /// <summary>Keeps a picture of the page, if PALACTORS_PICTURES names a folder.</summary>
    public async Task KeepAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("PALACTORS_PICTURES") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png") });
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
