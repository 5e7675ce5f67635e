using Akka.Actor;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Membership;

/// <content>The end of a run: repeats the message until every node has acknowledged it or is gone.</content>
public sealed partial class SeedMembers
{
    private static readonly TimeSpan s_farewellInterval = TimeSpan.FromMilliseconds(300);

    private readonly HashSet<Address> _unacknowledged = [];
    private readonly HashSet<Address> _heard = [];
    private Farewell? _farewell;

    /// <summary>Command of this node's own run: report its end to all nodes.</summary>
    /// <param name="Word">The message to send.</param>
    /// <param name="Done">Completed when all nodes have acknowledged it.</param>
    /// <param name="Heard">Receives the number of nodes that have acknowledged it, whenever it grows.</param>
    public sealed record Farewell(RunOver Word, TaskCompletionSource Done, Action<int>? Heard = null)
        : INoSerializationVerificationNeeded;

    private void Begin(Farewell farewell)
    {
        _farewell = farewell;
        Timers.StartPeriodicTimer(nameof(FarewellDue), FarewellDue.Instance, s_farewellInterval);
        SendFarewell();
    }

    private void Acknowledged()
    {
        _unacknowledged.Remove(Sender.Path.Address);
        if (_heard.Add(Sender.Path.Address))
            _farewell?.Heard?.Invoke(_heard.Count);
        CompleteFarewell();
    }

    private void CompleteFarewell()
    {
        if (_unacknowledged.Count == 0)
            _farewell?.Done.TrySetResult();
    }

    private void SendFarewell()
    {
        if (_farewell is null)
            return;
        if (_unacknowledged.Count == 0 && !_farewell.Done.Task.IsCompleted)
        {
            _unacknowledged.UnionWith(
                _cluster.State.Members
                    .Select(member => member.Address)
                    .Where(address => _enrolled.ContainsKey(address)));
        }

        CompleteFarewell();
        foreach (Address address in _unacknowledged)
            _enrolled[address].Enrolment.Tell(_farewell.Word, Self);
    }

    private sealed class FarewellDue : INotInfluenceReceiveTimeout, INoSerializationVerificationNeeded
    {
        public static FarewellDue Instance { get; } = new();
    }
}
