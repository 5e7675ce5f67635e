using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PalActors.NetLab;

/// <summary>Measures round trips and losses to an <see cref="Echo"/>: a ping over UDP, for machines without one.</summary>
internal static class Probe
{
    // How long an answer is waited for after the last datagram was sent.
    private const int PatienceMilliseconds = 1000;

    /// <summary>Sends datagrams at an even pace and prints one line: how many went, how many came back, and the quantiles of the round trip.</summary>
    /// <param name="to">Where the echo listens.</param>
    /// <param name="count">How many datagrams.</param>
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
        string Quantile(double share) => trips.Count == 0 ? "-" : trips[(int)(share * (trips.Count - 1))].ToString("F2", CultureInfo.InvariantCulture);
        Console.WriteLine($"sent {count} received {trips.Count} min {Quantile(0)} median {Quantile(0.5)} p99 {Quantile(0.99)}");
    }

    // Ends when all have come back, or when nothing comes for so long that nothing will.
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
                trips.Add(Stopwatch.GetElapsedTime(Volatile.Read(ref sent[BinaryPrimitives.ReadInt32LittleEndian(bytes)]), now).TotalMilliseconds);
            }
        }
        catch (SocketException exception) when (exception.SocketErrorCode is SocketError.TimedOut or SocketError.WouldBlock)
        {
        }
    }
}
