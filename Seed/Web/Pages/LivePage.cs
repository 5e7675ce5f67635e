using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using PalActors.Web.Data;

namespace PalActors.Web.Pages;

/// <summary>A page that follows what it shows as long as it is open.</summary>
/// <remarks>
/// Once a second, or less often where drawing takes long: a page may take no more than its share of a core, since the
/// run that it shows needs the rest.
/// </remarks>
public abstract class LivePage : ComponentBase, IDisposable
{
    private const double MostOfACore = 0.05;

    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1), s_longestPause = TimeSpan.FromSeconds(4);

    private readonly CancellationTokenSource _end = new();

    /// <summary>The data of all pages.</summary>
    [Inject]
    private protected RunViews Views { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Cancel();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Views.Refresh();
        Renew();
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _ = FollowAsync();
    }

    /// <summary>Takes what is to be shown, before the page is drawn.</summary>
    private protected virtual void Renew()
    {
    }

    private async Task FollowAsync()
    {
        TimeSpan pause = s_pause;
        try
        {
            while (true)
            {
                await Task.Delay(pause, _end.Token).ConfigureAwait(false);
                long began = Stopwatch.GetTimestamp();
                Views.Refresh();
                await InvokeAsync(() =>
                {
                    Renew();
                    StateHasChanged();
                }).ConfigureAwait(false);
                TimeSpan took = Stopwatch.GetElapsedTime(began);
                pause = TimeSpan.FromTicks(
                    Math.Clamp((long)(took.Ticks / MostOfACore), s_pause.Ticks, s_longestPause.Ticks));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The page was closed.
        }
    }
}
