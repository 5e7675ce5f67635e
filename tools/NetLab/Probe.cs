using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PalActors.NetLab;

/// <summary>Measures round trips and losses to an <see cref="Echo"/>.</summary>
/// <remarks>A ping over UDP, for machines without one.</remarks>
internal static class Probe
{
    // Time to wait for an answer after the last datagram was sent.
    private const int PatienceMilliseconds = 1000;

    /// <summary>Sends datagrams at an even pace and prints one line.</summary>
    /// <remarks>The line has the numbers of datagrams sent and received, and the quantiles of the round trip.</remarks>
    /// <param name="to">Address and port of the echo.</param>
    /// <param name="count">Number of datagrams.</param>
    /// <param name="every">Time between two, ms.</param>
    public static void Run(IPEndPoint to, int count, int every)
    {
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Connect(to);
        long[] sent = new long[count];
        List<double> trips = [];
        Thread receiver = new(() => Receive(socket, sent, trips));
        receiver.Start();
        byte[] bytes = new byte[4];
        for (int i = 0; i < count; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes, i);
            Volatile.Write(ref sent[i], Stopwatch.GetTimestamp());
            socket.Send(bytes);
            Thread.Sleep(every);
        }

        receiver.Join();
        trips.Sort();
        string Quantile(double share) => trips.Count == 0
            ? "-"
            : trips[(int)(share * (trips.Count - 1))].ToString("F2", CultureInfo.InvariantCulture);
        Console.WriteLine(
            $"sent {count} received {trips.Count} min {Quantile(0)} median {Quantile(0.5)} p99 {Quantile(0.99)}");
    }

    // Ends when all answers have come, or when none has come for so long that no more are expected.
    private static void Receive(Socket socket, long[] sent, List<double> trips)
    {
        socket.ReceiveTimeout = PatienceMilliseconds;
        byte[] bytes = new byte[64];
        try
        {
            while (trips.Count < sent.Length)
            {
                socket.Receive(bytes);
                long now = Stopwatch.GetTimestamp();
                trips.Add(
                    Stopwatch.GetElapsedTime(
                        Volatile.Read(ref sent[BinaryPrimitives.ReadInt32LittleEndian(bytes)]), now).TotalMilliseconds);
            }
        }
        catch (SocketException exception)
            when (exception.SocketErrorCode is SocketError.TimedOut or SocketError.WouldBlock)
        {
        }
    }
}
