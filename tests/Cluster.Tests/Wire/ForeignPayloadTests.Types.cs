using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Serialization;
using Akka.Util;
using PalActors.Messages.Control;

namespace PalActors.Cluster.Tests.Wire;

/// <content>Types that no control message holds.</content>
public sealed partial class ForeignPayloadTests
{
    /// <summary>The fields of <see cref="CarriedBlock"/>, with room for anything.</summary>
    public sealed record Twin(bool Emitted, object Block, int Offset = 0);

    public sealed class NothingKnown : IKnownTypesProvider
    {
        public IEnumerable<Type> GetKnownTypes() => [];
    }

    public sealed class Ear : ReceiveActor;

    public sealed class Surrogated : ISurrogated
    {
        public ISurrogate ToSurrogate(ActorSystem system) => new Double();

        public sealed class Double : ISurrogate
        {
            public ISurrogated FromSurrogate(ActorSystem system)
            {
                Foreign.Act();
                return new Surrogated();
            }
        }
    }

    [Serializable]
    public sealed class Foreign : ISerializable
    {
        public Foreign()
        {
        }

#pragma warning disable IDE0051, IDE0060 // Formatters call it.
        private Foreign(SerializationInfo info, StreamingContext context) => Act();
#pragma warning restore IDE0051, IDE0060

        public static bool Touched { get; set; }

        public static void Act() => Touched = true;

        public void GetObjectData(SerializationInfo info, StreamingContext context) => info.AddValue("x", 1);
    }
}
