using System.Net;
using Akka.Actor;
using Akka.Actor.Setup;
using PalActors.Clustering.Remoting;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Frames;

/// <summary>Connections of a node that carry frames, to others and from them; safe for several threads.</summary>
/// <remarks>
/// Akka.Remote hands a message from thread to thread several times and copies it about ten times. A frame is the
/// message of every tick; a connection of its own writes it from the thread that made it.
/// </remarks>
public sealed class FrameConnections : IExtension, IDisposable
{
    private readonly FrameReceivers _receivers = new();
    private readonly NodeTls? _security;
    private readonly FrameListener _listener;
    private readonly Dictionary<NodeAddress, FrameConnection> _connections = [];

    private FrameConnections(Options options)
    {
        RemotingOptions remoting = options.Remoting;
        _security = options.Security;
        _listener = new FrameListener(IPAddress.Parse(remoting.Bind), remoting.FramePort, _security, _receivers);
    }

    /// <summary>The connections of an actor system; null if it is no node of a cluster.</summary>
    public static FrameConnections? Of(ActorSystem system) =>
        system.Settings.Setup.Get<Options>().HasValue ? Provider.Instance.Apply(system) : null;

    /// <summary>Lets an actor receive frames.</summary>
    /// <returns>Where; for the control messages that tell its peers.</returns>
    public FramePort Admit(IActorRef actor) => new(_listener.Port, _receivers.Add(actor));

    /// <summary>Ends what <see cref="Admit"/> began.</summary>
    public void Dismiss(FramePort port) => _receivers.Remove(port.Token);

    /// <summary>Makes a reference to an actor of another node that sends frames over a connection.</summary>
    /// <param name="actor">The actor.</param>
    /// <param name="port">Where its node takes frames for it.</param>
    public IActorRef To(IActorRef actor, FramePort port)
    {
        if (actor is not IInternalActorRef { IsLocal: false, Path.Address.Host: { } host } remote)
            return actor;

        lock (_connections)
        {
            NodeAddress node = new(host, port.Port);
            if (!_connections.TryGetValue(node, out FrameConnection? connection))
                _connections.Add(node, connection = new FrameConnection(node, _security));
            return new FrameRef(remote, connection, connection.Open(port));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _listener.Dispose();
        lock (_connections)
        {
            foreach (FrameConnection connection in _connections.Values)
                connection.Dispose();
        }
    }

    /// <summary>Makes an actor system take and send frames over connections of their own.</summary>
    /// <param name="remoting">The address.</param>
    /// <param name="security">The certificates; null without TLS.</param>
    internal sealed class Options(RemotingOptions remoting, NodeTls? security) : Setup
    {
        /// <summary>The address.</summary>
        public RemotingOptions Remoting => remoting;

        /// <summary>The certificates; null without TLS.</summary>
        public NodeTls? Security => security;
    }

    private sealed class Provider : ExtensionIdProvider<FrameConnections>
    {
        public static Provider Instance { get; } = new();

        public override FrameConnections CreateExtension(ExtendedActorSystem system)
        {
            FrameConnections connections = new(system.Settings.Setup.Get<Options>().Value);
            system.RegisterOnTermination(connections.Dispose);
            return connections;
        }
    }
}
