using System.Net.Sockets;

namespace PalActors.Clustering.Membership;

/// <summary>Finds out whether the process at an address still listens.</summary>
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
    public static async Task<bool> IsGoneAsync(string host, int port)
    {
        using CancellationTokenSource limit = new(s_limit);
        using TcpClient client = new();
        try
        {
            await client.ConnectAsync(host, port, limit.Token).ConfigureAwait(false);
            return false;
        }
        catch (SocketException exception)
        {
            return exception.SocketErrorCode == SocketError.ConnectionRefused;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
