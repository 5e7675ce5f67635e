using Akka.Actor;
using PalActors.Areas.Actors;
using PalActors.Clustering.Remoting;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Membership;

/// <content>Asks the seed, and answers its question for the data.</content>
public sealed partial class NodeEnrolment
{
    private void Ask() => Context.System.At(new RootActorPath(_seed) / "user" / SeedName).Tell(_enrol, Self);

    // Reading and hashing takes about a second; the seed asks again meanwhile.
    private void Identify(DataIdentity data)
    {
        if (_identifying)
            return;
        _identifying = true;
        Task.Run(() => new Identified(_hashData(data) ?? Enrol.NoData)).PipeTo(Self);
    }

    // The sender is unknown, so this is only a hint for people, and at most one per session.
    private void TakeHint(SeedName name)
    {
        if (_hinted || _incarnation != 0 || NodeAddress.TryParse($"{name.Host}:{name.Port}") is not { } known
            || (known.Host, known.Port) == (_seed.Host, _seed.Port))
        {
            return;
        }

        _hinted = true;
        _named(known);
    }

    private sealed record Identified(string Hash) : INoSerializationVerificationNeeded;

    private sealed class AskSeed : INotInfluenceReceiveTimeout, INoSerializationVerificationNeeded
    {
        public static AskSeed Instance { get; } = new();
    }
}
