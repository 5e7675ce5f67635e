using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PalActors.Benchmarks;

/// <summary>Measures round trips between two .NET processes over a plain blocking socket on loopback.</summary>
/// <remarks>A message has the size of a frame, so this bounds what any network over two processes can do.</remarks>
internal static class PingPong
{
    /// <summary>Echoes all messages until the other side disconnects: the child process.</summary>
    public static void Answer(int port, int bytes)
    {
        using Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Loopback, port);
        byte[] buffer = new byte[bytes];
        while (Receive(socket, buffer))
            socket.Send(buffer);
    }

    /// <summary>Measures the mean microseconds of one round trip.</summary>
    public static double Measure(int bytes, int rounds)
    {
        using Socket listener = new(SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        string port = ((IPEndPoint)listener.LocalEndPoint!).Port.ToString(CultureInfo.InvariantCulture);
        using Process child = ChildProcess.Start(
            "ping-pong-answer", port, bytes.ToString(CultureInfo.InvariantCulture));
        using Socket socket = listener.Accept();
        socket.NoDelay = true;
        byte[] buffer = new byte[bytes];
        double microseconds = 0;
        // The first batch only warms up the compiler.
        for (int lot = 0; lot < 2; lot++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < rounds; i++)
            {
                socket.Send(buffer);
                Receive(socket, buffer);
            }

            microseconds = Stopwatch.GetElapsedTime(start).TotalMicroseconds / rounds;
        }

        socket.Shutdown(SocketShutdown.Both);
        child.WaitForExit();
        return microseconds;
    }

    private static bool Receive(Socket socket, byte[] buffer)
    {
        int at = 0;
        while (at < buffer.Length)
        {
            int read = socket.Receive(buffer, at, buffer.Length - at, SocketFlags.None);
            if (read == 0)
                return false;
            at += read;
        }

        return true;
    }
}
