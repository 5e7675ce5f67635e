using System.Net;
using System.Net.Sockets;

namespace PalActors.TestKit;

/// <summary>Ports of loopback for tests that must know one before anybody listens there.</summary>
public static class FreePort
{
    /// <summary>Finds a port where nobody listens.</summary>
    /// <remarks>
    /// It lies below those that the operating system gives out, so that no node of another test gets it meanwhile.
    /// </remarks>
    public static int Find()
    {
        while (true)
        {
            int port = Random.Shared.Next(20_000, 32_000);
            try
            {
                using TcpListener listener = new(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Another one is free.
            }
        }
    }
}
