using System.Net;
using System.Net.Sockets;

namespace PalActors.NetLab;

/// <summary>Returns every datagram to its sender; <see cref="Probe"/> measures against it.</summary>
internal static class Echo
{
    /// <summary>Answers until the process ends.</summary>
    /// <param name="at">Address and port to listen at.</param>
    public static void Run(IPEndPoint at)
    {
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(at);
        Console.WriteLine("ready");
        byte[] bytes = new byte[2048];
        EndPoint from = new IPEndPoint(IPAddress.Any, 0);
        while (true)
        {
            int length = socket.ReceiveFrom(bytes, ref from);
            socket.SendTo(bytes.AsSpan(0, length), from);
        }
    }
}
