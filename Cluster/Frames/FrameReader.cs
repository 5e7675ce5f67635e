using System.Net.Sockets;
using System.Security.Authentication;
using Akka.Actor;
using PalActors.Clustering.Lanes;
using PalActors.Clustering.Remoting;
using PalActors.Messages.Frames;

namespace PalActors.Clustering.Frames;

/// <summary>Reads a connection that carries frames, and hands them to their areas.</summary>
/// <remarks>
/// Its thread waits in the socket itself, and handles a small frame in the lane of its area if nobody has that lane
/// (<see cref="LaneVisit"/>): no other thread has to wake up.
/// Whoever has not shown a token in time is cut off, and so is whoever sends anything else than records.
/// </remarks>
internal sealed class FrameReader : IDisposable
{
    // While this thread is in a lane it does not read. Ticks of small frames are short, and many of them fit into what
    // the operating system keeps for a connection, so nobody waits for it.
    private const int MostForAVisit = 4096;

    private const int KeepAlive = 60;

    private readonly Socket _socket;
    private readonly NodeTls? _security;
    private readonly FrameReceivers _receivers;
    private readonly Timer _deadline;
    private readonly Dictionary<int, IActorRef> _channels = [];
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private volatile bool _isKnown;

    /// <summary>Makes the reader of an accepted connection.</summary>
    /// <param name="socket">The connection.</param>
    /// <param name="security">Certificates; null for a connection without TLS.</param>
    /// <param name="receivers">Actors that take frames.</param>
    /// <param name="patience">Time in which a token must come.</param>
    public FrameReader(Socket socket, NodeTls? security, FrameReceivers receivers, TimeSpan patience)
    {
        (_socket, _security, _receivers) = (socket, security, receivers);
        _deadline = new Timer(_ => CutOff(), null, patience, Timeout.InfiniteTimeSpan);
    }

    /// <summary>True once the other end has shown a token.</summary>
    public bool IsKnown => _isKnown;

    /// <summary>Reads until the connection ends.</summary>
    public void Run()
    {
        try
        {
            // A machine that is gone says nothing more: ask it now and then.
            _socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            _socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, KeepAlive);
            using Stream plain = new NetworkStream(_socket);
            using Stream stream = _security is null ? plain : _security.AsServer(plain);
            Read(stream);
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException
            or AuthenticationException or FrameFormatException)
        {
            // It is over, or has sent what no node sends.
        }
        finally
        {
            Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _deadline.Dispose();
        _socket.Dispose();
    }

    private void CutOff()
    {
        if (!_isKnown)
            _socket.Dispose();
    }

    private void Read(Stream stream)
    {
        if (!Fill(stream, FrameRecord.Greeting.Length) || !Take(FrameRecord.Greeting.Length)
            .SequenceEqual(FrameRecord.Greeting))
        {
            return;
        }

        while (Fill(stream, FrameRecord.HeaderSize))
        {
            (int length, byte kind, int channel) = FrameRecord.ReadHeader(_buffer.AsSpan(_start));
            // Only those who have shown a token can make it take more room.
            if (length is < 0 or > RemotingOptions.MaximumFrame || !_isKnown && length > 64)
                return;
            if (!Fill(stream, FrameRecord.HeaderSize + length))
                return;
            ReadOnlySpan<byte> body = Take(FrameRecord.HeaderSize + length)[FrameRecord.HeaderSize..];
            if (!Handle(kind, channel, body))
                return;
        }
    }

    private bool Handle(byte kind, int channel, ReadOnlySpan<byte> body)
    {
        switch (kind)
        {
            case FrameRecord.Open:
                // An actor that has stopped meanwhile has no token any more: its frames are dropped.
                _channels.Remove(channel);
                if (_receivers.Find(body) is { } receiver)
                {
                    _channels[channel] = receiver;
                    _isKnown = true;
                }

                return true;
            case FrameRecord.Frame or FrameRecord.Piece when _isKnown:
                if (!_channels.TryGetValue(channel, out IActorRef? area))
                    return true;
                object message = kind == FrameRecord.Frame ? FrameCodec.Read(body) : PieceCodec.Read(body);
                if (body.Length <= MostForAVisit)
                    LaneVisit.Tell(area, message);
                else
                    area.Tell(message, ActorRefs.NoSender);
                return true;
            default:
                return false;
        }
    }

    // Returns false if the connection ends before there are so many bytes.
    private bool Fill(Stream stream, int count)
    {
        if (_end - _start >= count)
            return true;
        if (_start == _end)
            (_start, _end) = (0, 0);
        if (_start + count > _buffer.Length)
        {
            byte[] target = count > _buffer.Length ? new byte[Math.Max(count, 2 * _buffer.Length)] : _buffer;
            _buffer.AsSpan(_start, _end - _start).CopyTo(target);
            (_buffer, _end, _start) = (target, _end - _start, 0);
        }

        while (_end - _start < count)
        {
            int read = stream.Read(_buffer, _end, _buffer.Length - _end);
            if (read == 0)
                return false;
            _end += read;
        }

        return true;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        ReadOnlySpan<byte> taken = _buffer.AsSpan(_start, count);
        _start += count;
        return taken;
    }
}
