using PalActors.Messages.Control;

namespace PalActors.Clustering.Links;

/// <content>Snapshots travel without their blocks, which go ahead of them one by one.</content>
public sealed partial class ControlPort
{
    private readonly List<CarriedBlock> _blocks = [];

    private static AreaSnapshot WithoutBlocks(AreaSnapshot snapshot) => new(snapshot.State with { Blocks = [] }, []);

    private AreaSnapshot WithBlocks(AreaSnapshot empty)
    {
        AreaSnapshot snapshot = new(
            empty.State with { Blocks = [.. _blocks.Where(block => !block.Emitted).Select(block => block.Block)] },
            [.. _blocks.Where(block => block.Emitted).Select(block => block.Block)]);
        _blocks.Clear();
        return snapshot;
    }

    private void SendBlocks(AreaSnapshot snapshot)
    {
        foreach (StateBlock block in snapshot.State.Blocks)
            Enqueue(new CarriedBlock(Emitted: false, block));
        foreach (StateBlock block in snapshot.Emitted)
            Enqueue(new CarriedBlock(Emitted: true, block));
    }
}
