using Microsoft.AspNetCore.Components;
using PalActors.Web.Data;

namespace PalActors.Web.Pages;

/// <summary>A page that follows what it shows, once a second, as long as it is open.</summary>
public abstract class LivePage : ComponentBase, IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

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
        using PeriodicTimer timer = new(s_pause);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token).ConfigureAwait(false))
            {
                Views.Refresh();
                await InvokeAsync(() =>
                {
                    Renew();
                    StateHasChanged();
                }).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The page was closed.
        }
    }
}
