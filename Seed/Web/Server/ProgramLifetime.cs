using Microsoft.Extensions.Hosting;

namespace PalActors.Web.Server;

/// <summary>Lifetime of a web host that leaves signals to the program.</summary>
/// <remarks>The usual one takes Ctrl+C for itself.</remarks>
internal sealed class ProgramLifetime : IHostLifetime
{
    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
