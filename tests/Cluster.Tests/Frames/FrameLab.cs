using System.Net;
using System.Net.Sockets;
using PalActors.Clustering.Frames;
using PalActors.Clustering.Remoting;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;

namespace PalActors.Cluster.Tests.Frames;

/// <summary>The receiving end of connections for frames, and connections to it.</summary>
internal sealed class FrameLab : IDisposable
{
    private readonly FrameListener _listener;
    private readonly List<IDisposable> _open = [];

    public FrameLab(TlsOptions? tls = null, TimeSpan? patience = null, int port = 0)
    {
        NodeTls? security = tls is null ? null : new NodeTls(tls);
        _listener = new FrameListener(IPAddress.Loopback, port, security, Receivers, patience);
    }

    public FrameReceivers Receivers { get; } = new();

    public int Port => _listener.Port;

    /// <summary>An actor that takes frames.</summary>
    public (CollectingRef Actor, FramePort Port) Admit()
    {
        CollectingRef actor = new();
        return (actor, new FramePort(Port, Receivers.Add(actor)));
    }

    /// <summary>A connection that is not open yet.</summary>
    public FrameConnection Connect(TlsOptions? tls = null) => Connect(Port, tls);

    /// <summary>A connection to a port of loopback.</summary>
    public FrameConnection Connect(int port, TlsOptions? tls = null)
    {
        NodeTls? security = tls is null ? null : new NodeTls(tls);
        FrameConnection connection = new(new NodeAddress("127.0.0.1", port), security);
        _open.Add(connection);
        return connection;
    }

    /// <summary>A stranger's connection.</summary>
    public Socket Stranger()
    {
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = 30_000 };
        socket.Connect(IPAddress.Loopback, Port);
        _open.Add(socket);
        return socket;
    }

    /// <summary>Sends until the connection is open.</summary>
    public static void Send(FrameConnection connection, int channel, IFrameMessage message) => Assert.True(
        SpinWait.SpinUntil(() => connection.Send(channel, message), TimeSpan.FromSeconds(30)), "no connection");

    /// <summary>Checks that the other end closes a stranger's connection.</summary>
    public static void AssertCutOff(Socket stranger)
    {
        try
        {
            Assert.Equal(0, stranger.Receive(new byte[16]));
        }
        catch (SocketException exception)
        {
            // What it had sent was not read.
            Assert.Equal(SocketError.ConnectionReset, exception.SocketErrorCode);
        }
    }

    /// <summary>A frame of made-up values.</summary>
    public static EmissionFrame Frame(long tick, int width, int parts = 1, int ticks = 1)
    {
        EmissionFrame frame = new(FrameKind.Up, 7, 0, 1, 1, width, parts, ticks)
        {
            FirstTick = tick,
            TickCount = ticks,
        };
        for (int t = 0; t < ticks; t++)
        {
            for (int part = 0; part < parts; part++)
            {
                for (int i = 0; i < width; i++)
                    frame.Part(tick + t, part)[i] = tick + t + (part * 0.5) + (i / 1024.0);
            }
        }

        return frame;
    }

    /// <summary>Bytes of a frame.</summary>
    public static byte[] Bytes(EmissionFrame frame)
    {
        byte[] bytes = new byte[FrameCodec.SizeOf(frame)];
        FrameCodec.Write(frame, bytes);
        return bytes;
    }

    public void Dispose()
    {
        foreach (IDisposable open in _open)
            open.Dispose();
        _listener.Dispose();
    }
}
