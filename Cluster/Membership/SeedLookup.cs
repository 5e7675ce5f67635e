using System.Net.Sockets;
using PalActors.Clustering.Remoting;

namespace PalActors.Clustering.Membership;

/// <summary>Finds out, for people, why a seed does not answer.</summary>
/// <remarks>The log of the actor system about it is for experts.</remarks>
public static class SeedLookup
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(3);

    /// <summary>Explains in one line that a seed is known by another name.</summary>
    /// <param name="host">Host that was tried.</param>
    /// <param name="port">Port that was tried.</param>
    /// <param name="named">Name that the seed gave as its own.</param>
    public static string KnownAs(string host, int port, NodeAddress named) =>
        $"the seed at {host}:{port} is known as {named}; join that";

    /// <summary>Explains in one line what is at an address.</summary>
    /// <param name="host">Host of the seed.</param>
    /// <param name="port">Port of the seed.</param>
    /// <param name="tls">True if this node uses TLS.</param>
    /// <param name="named">Name that a seed there gave as its own, or null.</param>
    public static async Task<string> ExplainAsync(string host, int port, bool tls, NodeAddress? named = null)
    {
        SocketException? refusal = await ProcessProbe.TryAsync(host, port, s_limit).ConfigureAwait(false);
        return refusal?.SocketErrorCode switch
        {
            null when named is not null => KnownAs(host, port, named),
            null => $"something listens at {host}:{port} and does not answer as a seed: another program, "
                + "a seed that is still starting, "
                + (tls
                    ? "a seed without TLS or with certificates of another authority or host"
                    : "or a seed that takes TLS only")
                + ", or a seed that is known by another host name",
            SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain =>
                $"the host name {host} is unknown here",
            SocketError.ConnectionRefused => $"nothing listens at {host}:{port}",
            SocketError.TimedOut => $"{host}:{port} does not answer: a wrong address, or a firewall",
            _ => $"{host}:{port} cannot be reached: {refusal!.Message}",
        };
    }
}
