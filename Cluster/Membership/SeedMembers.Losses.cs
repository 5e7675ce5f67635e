using Akka.Actor;
using Akka.Cluster;

namespace PalActors.Clustering.Membership;

/// <content>
/// Finds out at once that a node's process is gone, where that can be known: its connection broke, and its port refuses
/// or another incarnation answers. Machines that do not answer are left to the cluster's failure detector.
/// </content>
public sealed partial class SeedMembers
{
    private void Disconnected(Address address)
    {
        if (!_enrolled.ContainsKey(address) || address.Host is not { } host || address.Port is not { } port)
            return;
        int[] identities = [.. _board.At(address).Select(seat => seat.Identity)];
        if (identities.Length > 0)
            ProbeAsync(address, host, port, identities).PipeTo(Self);
    }

    private static async Task<Probed> ProbeAsync(Address address, string host, int port, int[] identities) =>
        new(address, identities, await ProcessProbe.IsGoneAsync(host, port).ConfigureAwait(false));

    private void Lose(Probed probed)
    {
        if (!probed.IsGone)
            return;
        _board.Remove(seat => seat.Address == probed.Address && probed.Identities.Contains(seat.Identity));
        // A process that has begun at the address since then is another member.
        Member? member = _cluster.State.Members.FirstOrDefault(member =>
            member.Address == probed.Address && probed.Identities.Contains(member.UniqueAddress.Uid));
        if (member is not null)
            _cluster.Down(member.Address);
    }

    // Another process registers from the address of a member, so the one before is gone.
    private void Replaced(Address address)
    {
        int[] up = [.. _cluster.State.Members
            .Where(member => member.Address == address && member.Status == MemberStatus.Up)
            .Select(member => member.UniqueAddress.Uid)];
        _board.Remove(seat => seat.Address == address && up.Contains(seat.Identity));
    }

    private sealed record Probed(Address Address, int[] Identities, bool IsGone) : INoSerializationVerificationNeeded;
}
