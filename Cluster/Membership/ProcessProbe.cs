using System.Net.Sockets;

namespace PalActors.Clustering.Membership;

/// <summary>Finds out whether a process listens at an address.</summary>
internal static class ProcessProbe
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(2);

    /// <summary>Checks whether the machine answers that nobody listens at the port: the process is gone.</summary>
    /// <remarks>
    /// A process that is paused or busy is still listening, since its operating system takes the connection. A machine
    /// that does not answer may be gone or out of reach, which cannot be told from here.
    /// </remarks>
    /// <param name="host">Host.</param>
    /// <param name="port">Port.</param>
    /// <returns>True if the connection is refused; false if it is taken, or without an answer.</returns>
    public static async Task<bool> IsGoneAsync(string host, int port) =>
        (await TryAsync(host, port, s_limit).ConfigureAwait(false))?.SocketErrorCode == SocketError.ConnectionRefused;

    /// <summary>Tries to connect, and drops the connection.</summary>
    /// <param name="host">Host.</param>
    /// <param name="port">Port.</param>
    /// <param name="limit">Time to wait for an answer.</param>
    /// <returns>Null if the connection was taken, else why not: <c>TimedOut</c> if nothing answered in time.</returns>
    public static async Task<SocketException?> TryAsync(string host, int port, TimeSpan limit)
    {
        using CancellationTokenSource end = new(limit);
        using TcpClient client = new();
        try
        {
            await client.ConnectAsync(host, port, end.Token).ConfigureAwait(false);
            return null;
        }
        catch (SocketException exception)
        {
            return exception;
        }
        catch (OperationCanceledException)
        {
            return new SocketException((int)SocketError.TimedOut);
        }
    }
}
