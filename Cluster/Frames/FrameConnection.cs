using System.Net.Sockets;
using System.Security.Authentication;
using PalActors.Clustering.Remoting;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;

namespace PalActors.Clustering.Frames;

/// <summary>Connection that carries frames to another node; safe for several threads.</summary>
/// <remarks>
/// A thread that sends a frame writes it into the socket itself: no other thread has to wake up for it. A connection
/// that breaks loses what was on its way, as any connection does; areas ask for what they miss (P7 of
/// docs/protocol.md), and frames go over Akka.Remote until there is a new one.
/// </remarks>
/// <param name="node">The other node; its port is the one for frames.</param>
/// <param name="security">Certificates; null for a connection without TLS.</param>
internal sealed class FrameConnection(NodeAddress node, NodeTls? security) : IDisposable
{
    // A process that is stopped takes nothing. Its areas are awaited anyway, but messages of other kinds must get on.
    private const int SendTimeout = 2000;

    // Nothing is received later.
    private const int HandshakeTimeout = 10_000;

    private const long RestAfterFailure = 2000;

    private readonly object _lock = new();
    private readonly List<byte[]> _openings = [];
    private byte[] _buffer = new byte[4096];
    private Socket? _socket;
    private volatile Stream? _stream;
    private long _nextDial;
    private bool _isDialling;
    private bool _isDisposed;

    /// <summary>Opens a channel to an actor of the node.</summary>
    /// <returns>Its number.</returns>
    public int Open(FramePort port)
    {
        lock (_lock)
        {
            byte[] opening = FrameRecord.Opening(_openings.Count, port);
            _openings.Add(opening);
            if (_stream is not null)
                Write(opening, opening.Length);
            Dial();
            return _openings.Count - 1;
        }
    }

    /// <summary>Sends a frame or a piece of one.</summary>
    /// <returns>False if it could not be sent; then it must take another way.</returns>
    public bool Send(int channel, IFrameMessage message)
    {
        // Areas of several lanes may share a connection, but seldom send at the same instant.
        lock (_lock)
        {
            if (_stream is null)
            {
                Dial();
                return false;
            }

            // Encoding may replace the buffer.
            int count = Encode(channel, message);
            return Write(_buffer, count);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Ends a write that waits in another thread, which holds the lock.
        _socket?.Dispose();
        lock (_lock)
        {
            _isDisposed = true;
            Close();
        }
    }

    private int Encode(int channel, IFrameMessage message)
    {
        FramePiece? piece = message as FramePiece;
        int length = piece is not null ? PieceCodec.SizeOf(piece) : FrameCodec.SizeOf((EmissionFrame)message);
        if (_buffer.Length < FrameRecord.HeaderSize + length)
            _buffer = new byte[FrameRecord.HeaderSize + length];
        Span<byte> body = _buffer.AsSpan(FrameRecord.HeaderSize, length);
        if (piece is not null)
            PieceCodec.Write(piece, body);
        else
            FrameCodec.Write((EmissionFrame)message, body);
        FrameRecord.WriteHeader(_buffer, length, piece is not null ? FrameRecord.Piece : FrameRecord.Frame, channel);
        return FrameRecord.HeaderSize + length;
    }

    private bool Write(byte[] bytes, int count)
    {
        try
        {
            _stream!.Write(bytes, 0, count);
            return true;
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            Close();
            return false;
        }
    }

    private void Close()
    {
        _stream?.Dispose();
        _socket?.Dispose();
        (_stream, _socket) = (null, null);
        _nextDial = Environment.TickCount64 + RestAfterFailure;
    }

    // A thread of its own, since it may take until the operating system gives up, and since a socket that was once used
    // asynchronously is served by .NET's poller ever after.
    private void Dial()
    {
        if (_isDialling || _isDisposed || _stream is not null || Environment.TickCount64 < _nextDial)
            return;
        _isDialling = true;
        new Thread(Connect) { IsBackground = true, Name = $"frames to {node}" }.Start();
    }

    private void Connect()
    {
        Socket? socket = null;
        Stream? stream = null;
        try
        {
            socket = new Socket(SocketType.Stream, ProtocolType.Tcp)
            {
                NoDelay = true,
                SendTimeout = SendTimeout,
                ReceiveTimeout = HandshakeTimeout,
            };
            socket.Connect(node.Host.Trim('[', ']'), node.Port);
            stream = new NetworkStream(socket);
            if (security is not null)
                stream = security.AsClient(stream, node);
            stream.Write(FrameRecord.Greeting);
        }
        catch (Exception exception) when (exception is SocketException or IOException or AuthenticationException)
        {
            stream?.Dispose();
            socket?.Dispose();
            (socket, stream) = (null, null);
        }

        lock (_lock)
        {
            _isDialling = false;
            (_socket, _stream) = (socket, stream);
            if (_isDisposed || stream is null)
            {
                Close();
                return;
            }

            foreach (byte[] opening in _openings)
            {
                if (!Write(opening, opening.Length))
                    return;
            }
        }
    }
}
