using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using PalActors.Web.Data;
using PalActors.Web.Pages;

namespace PalActors.Web.Server;

/// <summary>The pages as content of a server.</summary>
internal static class Dashboard
{
    /// <summary>Port where none is given.</summary>
    public const int Port = 4080;

    /// <summary>The content.</summary>
    /// <param name="views">What the pages show.</param>
    /// <param name="slots">Places for open pages.</param>
    public static WebContent Of(RunViews views, PageSlots slots) => new(Map)
    {
        Services = services => Add(services, views, slots),
        Middleware = application => application.UseAntiforgery(),
    };

    /// <summary>The address for a browser, with the token where there is one.</summary>
    public static string UrlOf(WebAddress address, AccessToken? token) =>
        token is null ? address.Url : $"{address.Url}?token={token.Text}";

    /// <summary>The address as it is printed: a token of a file is a secret, and stays in its file.</summary>
    public static string TextOf(WebAddress address, AccessToken? token) => token is { IsDrawn: false }
        ? $"{address.Url} (?token= with that of the file opens it)"
        : UrlOf(address, token);

    /// <summary>Asks for pages once, so that their code is compiled before the first reader comes.</summary>
    /// <remarks>
    /// Before there is something to show, and again then. Nothing waits for it, and nothing is lost if it fails.
    /// </remarks>
    public static async Task WarmAsync(WebAddress address, AccessToken? token, RunViews views)
    {
        using HttpClient client = new() { BaseAddress = new Uri(address.Url) };
        client.DefaultRequestHeaders.Add("Authorization", $"Bearer {token?.Text}");
        try
        {
            await client.GetStringAsync("").ConfigureAwait(false);
            await views.HasContent.ConfigureAwait(false);
            await client.GetStringAsync("").ConfigureAwait(false);
            await client.GetStringAsync("cortex").ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            // The first page then comes a little later.
        }
    }

    private static void Add(IServiceCollection services, RunViews views, PageSlots slots)
    {
        services.AddSingleton(views);
        services.AddSingleton(slots);
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddRazorComponents().AddInteractiveServerComponents(options =>
        {
            options.DisconnectedCircuitMaxRetained = PageSlots.Most;
            options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromSeconds(30);
        });
        services.AddMudServices();
    }

    private static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapStaticAssets();
        RunDownloads.Map(endpoints);
        endpoints.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
