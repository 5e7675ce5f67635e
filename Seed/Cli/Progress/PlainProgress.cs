using PalActors.Lab.Results;

namespace PalActors.Cli.Progress;

/// <summary>Progress as lines, for logs and pipes.</summary>
/// <remarks>
/// There is a line per network and epoch (in long runs at most one in a few seconds), and one every few seconds in
/// between. A task of its own reads the records, so that the actors never wait for the terminal.
/// </remarks>
internal sealed class PlainProgress
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(100);

    private readonly TextWriter _output;
    private readonly NetworkLines[] _networks;

    /// <summary>Progress of these networks, written there.</summary>
    public PlainProgress(TextWriter output, IReadOnlyList<NetworkRecord> networks)
    {
        _output = output;
        _networks = [.. networks.Select(network => new NetworkLines(network))];
    }

    /// <summary>Writes lines until the run ends.</summary>
    public async Task ShowAsync(Task run)
    {
        using PeriodicTimer timer = new(s_look);
        while (!run.IsCompleted)
        {
            await Task.WhenAny(run, timer.WaitForNextTickAsync().AsTask()).ConfigureAwait(false);
            Look();
        }

        // The run may have ended just after a look.
        Look();
        await _output.FlushAsync().ConfigureAwait(false);
    }

    private void Look()
    {
        foreach (NetworkLines network in _networks)
            network.Look(_output);
    }
}
