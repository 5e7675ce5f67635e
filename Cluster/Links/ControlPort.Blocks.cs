using PalActors.Messages.Control;

namespace PalActors.Clustering.Links;

/// <content>States travel without their blocks, which go ahead of them, some values at a time.</content>
public sealed partial class ControlPort
{
    private readonly BlockAssembler _blocks = new();

    // Each is made when it is asked for.
    private static IEnumerable<IControlMessage> Cut(IControlMessage message)
    {
        if (MessageBlocks.In(message) is not { } held)
            return [message];
        IEnumerable<IControlMessage> state = held.State.SelectMany(block => Cut(block, emitted: false));
        return state.Concat(held.Emitted.SelectMany(block => Cut(block, emitted: true))).Append(held.With([], []));
    }

    private static IEnumerable<CarriedBlock> Cut(StateBlock block, bool emitted)
    {
        int offset = 0;
        do
        {
            int end = offset + Math.Min(CarriedBlock.MostValues, block.Values.Length - offset);
            yield return new CarriedBlock(emitted, block with { Values = block.Values[offset..end] }, offset);
            offset = end;
        }
        while (offset < block.Values.Length);
    }

    private IControlMessage? Assemble(IControlMessage? message)
    {
        if (message is CarriedBlock part)
        {
            _blocks.Accept(part);
            return null;
        }

        if (message is null || MessageBlocks.In(message) is not { } held)
            return message;
        return _blocks.Take() is (StateBlock[] state, StateBlock[] emitted) ? held.With(state, emitted) : null;
    }
}
