using System.Net;
using System.Net.Sockets;
using PalActors.Clustering.Remoting;

namespace PalActors.Clustering.Frames;

/// <summary>Accepts connections that carry frames.</summary>
internal sealed class FrameListener : IDisposable
{
    // Connections that have not shown a token yet. Nodes of a run show theirs at once.
    private const int MostUnknown = 64;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly Socket _listener;
    private readonly NodeTls? _security;
    private readonly FrameReceivers _receivers;
    private readonly TimeSpan _patience;
    private readonly HashSet<FrameReader> _readers = [];
    private bool _isDisposed;

    /// <summary>Listens.</summary>
    /// <param name="bind">Address.</param>
    /// <param name="port">Port; 0 for any that is free.</param>
    /// <param name="security">Certificates; null for connections without TLS.</param>
    /// <param name="receivers">Actors that take frames.</param>
    /// <param name="patience">Time in which a token must come; null for the usual one.</param>
    /// <exception cref="SocketException">It cannot listen there.</exception>
    public FrameListener(
        IPAddress bind, int port, NodeTls? security, FrameReceivers receivers, TimeSpan? patience = null)
    {
        (_security, _receivers, _patience) = (security, receivers, patience ?? s_patience);
        _listener = new Socket(bind.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            _listener.Bind(new IPEndPoint(bind, port));
            _listener.Listen();
        }
        catch (SocketException)
        {
            _listener.Dispose();
            throw;
        }

        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        new Thread(Accept) { IsBackground = true, Name = "frames" }.Start();
    }

    /// <summary>Port that it listens at.</summary>
    public int Port { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        FrameReader[] readers;
        lock (_readers)
        {
            _isDisposed = true;
            readers = [.. _readers];
        }

        _listener.Dispose();
        foreach (FrameReader reader in readers)
            reader.Dispose();
    }

    private void Accept()
    {
        while (true)
        {
            Socket socket;
            try
            {
                socket = _listener.Accept();
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                if (_isDisposed)
                    return;
                // The system is short of something, such as open files; others may be closed meanwhile.
                Thread.Sleep(TimeSpan.FromMilliseconds(100));
                continue;
            }

            Begin(socket);
        }
    }

    private void Begin(Socket socket)
    {
        FrameReader reader = new(socket, _security, _receivers, _patience);
        bool isWelcome;
        lock (_readers)
        {
            isWelcome = !_isDisposed && _readers.Count(other => !other.IsKnown) < MostUnknown;
            if (isWelcome)
                _readers.Add(reader);
        }

        if (!isWelcome)
        {
            reader.Dispose();
            return;
        }

        Thread thread = new(() =>
        {
            reader.Run();
            lock (_readers)
                _readers.Remove(reader);
        })
        { IsBackground = true, Name = "frames from a node" };
        thread.Start();
    }
}
