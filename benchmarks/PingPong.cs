using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PalActors.Benchmarks;

/// <summary>What two .NET processes on loopback can do at all: a message of a frame's size there and back over a plain blocking socket.</summary>
internal static class PingPong
{
    /// <summary>Answers everything that comes, until the other side hangs up: the child process.</summary>
    public static void Answer(int port, int bytes)
    {
        using Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Loopback, port);
        byte[] buffer = new byte[bytes];
        while (Receive(socket, buffer))
            socket.Send(buffer);
    }

    /// <summary>Microseconds for one there and back, mean over many.</summary>
    public static double Measure(int bytes, int rounds)
    {
        using Socket listener = new(SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        string port = ((IPEndPoint)listener.LocalEndPoint!).Port.ToString(CultureInfo.InvariantCulture);
        using Process child = ChildProcess.Start("ping-pong-answer", port, bytes.ToString(CultureInfo.InvariantCulture));
        using Socket socket = listener.Accept();
        socket.NoDelay = true;
        byte[] buffer = new byte[bytes];
        double microseconds = 0;
        // The first lot is for the compiler.
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
