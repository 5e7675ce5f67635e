using PalActors.Messages.Control;

namespace PalActors.Clustering.Links;

/// <summary>Blocks of states that a control message holds.</summary>
/// <param name="State">Blocks of a state or sample.</param>
/// <param name="Emitted">Delay lines.</param>
/// <param name="With">Makes the message with other blocks in their places.</param>
internal sealed record MessageBlocks(
    StateBlock[] State, StateBlock[] Emitted, Func<StateBlock[], StateBlock[], IControlMessage> With)
{
    /// <summary>Finds the blocks in a message; null if messages of its kind hold none.</summary>
    public static MessageBlocks? In(IControlMessage message) => message switch
    {
        StateCaptured captured => Of(captured.Snapshot, snapshot => captured with { Snapshot = snapshot }),
        RestoreArea restore => Of(restore.Snapshot, snapshot => new RestoreArea(snapshot)),
        AreaSample sample => new MessageBlocks(sample.Blocks, [], (blocks, _) => sample with { Blocks = blocks }),
        _ => null,
    };

    private static MessageBlocks Of(AreaSnapshot snapshot, Func<AreaSnapshot, IControlMessage> with) => new(
        snapshot.State.Blocks,
        snapshot.Emitted,
        (state, emitted) => with(new AreaSnapshot(snapshot.State with { Blocks = state }, emitted)));
}
