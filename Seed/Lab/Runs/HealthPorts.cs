using System.Net.Sockets;
using PalActors.Clustering.Membership;

namespace PalActors.Lab.Runs;

/// <summary>Ports that answer health probes.</summary>
internal static class HealthPorts
{
    /// <summary>Opens a port on the loopback address.</summary>
    /// <param name="port">The port.</param>
    /// <param name="isReady">Whether the process takes part in a run.</param>
    /// <exception cref="InputException">The port is in use.</exception>
    public static HealthPort Open(int port, Func<bool> isReady)
    {
        try
        {
            return new HealthPort(port, isReady);
        }
        catch (SocketException exception)
        {
            throw new InputException($"{Setting.HealthPort} is {port}, which cannot be had: {exception.Message}.");
        }
    }
}
