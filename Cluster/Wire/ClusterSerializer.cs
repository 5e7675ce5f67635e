using System.Collections.Concurrent;
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
/// members report of each other goes through where each speaks for itself: Akka ignores it unless it is in the name of
/// a member, and has no look at who sent it.
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

    private static readonly string[] s_speakers = ["From", "Node", "Address"];
    private static readonly ConcurrentDictionary<Type, PropertyInfo?> s_properties = new();

    private readonly ClusterMessageSerializer _serializer;
    private readonly Admissions _admissions;

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

        Address speaker = SpeakerOf(message);
        return Association.IsOf(speaker) && (manifest != JoinManifest || _admissions.Has(speaker))
            ? message
            : RefusedPayload.Instance;
    }
    // The address in whose name a message is; none of a node if it names none.
    private static Address SpeakerOf(object message)
    {
        // The types are internal to Akka.
        PropertyInfo? property = s_properties.GetOrAdd(
            message.GetType(),
            static type => s_speakers.Select(name => type.GetProperty(name))
                .FirstOrDefault(found => found is not null));
        return property?.GetValue(message) switch
        {
            UniqueAddress node => node.Address,
            Address address => address,
            _ => Address.AllSystems,
        };
    }
}
