using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PalActors.Clustering.Membership;

/// <summary>Answers probes on loopback: one line, <c>ready</c> or <c>alive</c>, to every connection.</summary>
public sealed class HealthPort : IAsyncDisposable
{
    /// <summary>Answer of a node that is part of a run.</summary>
    public const string Ready = "ready";

    /// <summary>Answer of a process that is alive and not part of a run.</summary>
    public const string Alive = "alive";

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(3);

    private readonly TcpListener _listener;
    private readonly Func<bool> _isReady;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _answering;

    /// <summary>Begins to answer.</summary>
    /// <param name="port">The port; 0 for any that is free.</param>
    /// <param name="isReady">Returns true while the node is part of a run.</param>
    /// <exception cref="SocketException">The port cannot be had.</exception>
    public HealthPort(int port, Func<bool> isReady)
    {
        _isReady = isReady;
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _answering = Task.Run(AnswerAsync);
    }

    /// <summary>Port.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Asks a process of this machine.</summary>
    /// <returns>Its answer, or null if there is none.</returns>
    public static async Task<string?> AskAsync(int port, CancellationToken stop)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(s_limit);
        try
        {
            using TcpClient client = new();
            await client.ConnectAsync(IPAddress.Loopback, port, limit.Token).ConfigureAwait(false);
            using StreamReader reader = new(client.GetStream(), Encoding.ASCII);
            return await reader.ReadLineAsync(limit.Token).ConfigureAwait(false) is { } line and (Ready or Alive)
                ? line
                : null;
        }
        catch (Exception exception) when (exception is SocketException or IOException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        _listener.Dispose();
        await _answering.ConfigureAwait(false);
        _end.Dispose();
    }

    private async Task AnswerAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync(_end.Token).ConfigureAwait(false);
                byte[] answer = Encoding.ASCII.GetBytes((_isReady() ? Ready : Alive) + "\n");
                await client.GetStream().WriteAsync(answer, _end.Token).ConfigureAwait(false);
            }
            catch (Exception exception)
                when (exception is SocketException or IOException or OperationCanceledException
                    or ObjectDisposedException)
            {
                // The client did not wait for the answer, or this port is being disposed.
            }
        }
    }
}
