using System.Collections.Concurrent;
using System.Security.Cryptography;
using Akka.Actor;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Frames;

/// <summary>Actors of a node that take frames, by the token that stands for each; safe for several threads.</summary>
internal sealed class FrameReceivers
{
    private readonly ConcurrentDictionary<string, IActorRef> _actors = new();

    /// <summary>Adds an actor.</summary>
    /// <returns>Its token.</returns>
    public byte[] Add(IActorRef actor)
    {
        byte[] token = RandomNumberGenerator.GetBytes(FramePort.TokenLength);
        Add(actor, token);
        return token;
    }

    /// <summary>Adds an actor with a token.</summary>
    public void Add(IActorRef actor, byte[] token) => _actors[Convert.ToHexString(token)] = actor;

    /// <summary>Removes the actor of a token.</summary>
    public void Remove(byte[] token) => _actors.TryRemove(Convert.ToHexString(token), out _);

    /// <summary>The actor of a token, or null.</summary>
    public IActorRef? Find(ReadOnlySpan<byte> token) => _actors.GetValueOrDefault(Convert.ToHexString(token));
}
