using System.Collections.Frozen;
using System.Reflection;
using Akka.Actor;
using Akka.Cluster;
using Akka.Cluster.Serialization;
using Akka.Serialization;

namespace PalActors.Clustering.Wire;

/// <summary>Serializer of the cluster's own messages that lets through what nodes need of each other.</summary>
/// <remarks>
/// Members are taken down and leave by commands of their own process, never by another's, and only those that
/// <see cref="Admissions"/> lists may join; requests to find a cluster are not used, since nodes know the seed. What
/// members report of each other goes through: Akka ignores it unless it is in the name of a member.
/// </remarks>
public sealed class ClusterSerializer : SerializerWithStringManifest
{
    private const string JoinManifest = "Akka.Cluster.InternalClusterAction+Join, Akka.Cluster";

    private static readonly FrozenSet<string> s_needed = FrozenSet.Create(
        StringComparer.Ordinal,
        JoinManifest,
        "Akka.Cluster.InternalClusterAction+Welcome, Akka.Cluster",
        "Akka.Cluster.InternalClusterAction+ExitingConfirmed, Akka.Cluster",
        "Akka.Cluster.GossipStatus, Akka.Cluster",
        "Akka.Cluster.GossipEnvelope, Akka.Cluster",
        "HB",
        "HBR");

    private readonly ClusterMessageSerializer _serializer;
    private readonly Admissions _admissions;
    private PropertyInfo? _node;

    /// <summary>Makes the serializer of an actor system.</summary>
    public ClusterSerializer(ExtendedActorSystem system)
        : base(system)
    {
        _serializer = new ClusterMessageSerializer(system);
        _admissions = Admissions.Of(system);
    }

    /// <summary>Identifier of Akka's serializer of these messages.</summary>
    public override int Identifier => 5;

    /// <inheritdoc/>
    public override string Manifest(object o) => _serializer.Manifest(o);

    /// <inheritdoc/>
    public override byte[] ToBinary(object obj) => _serializer.ToBinary(obj);

    /// <inheritdoc/>
    public override object FromBinary(byte[] bytes, string manifest)
    {
        if (!s_needed.Contains(manifest))
            return RefusedPayload.Instance;
        object message;
        try
        {
            message = _serializer.FromBinary(bytes, manifest);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Damaged: members repeat what they have to say.
            return RefusedPayload.Instance;
        }

        return manifest == JoinManifest && !_admissions.Has(NodeOf(message)) ? RefusedPayload.Instance : message;
    }

    // The type is internal to Akka.
    private Address NodeOf(object join)
    {
        _node ??= join.GetType().GetProperty("Node");
        return _node?.GetValue(join) is UniqueAddress node
            ? node.Address
            : Address.AllSystems;
    }
}
