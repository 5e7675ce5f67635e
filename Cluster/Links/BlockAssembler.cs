using PalActors.Messages.Control;

namespace PalActors.Clustering.Links;

/// <summary>Assembles blocks of states from the messages that carry them.</summary>
internal sealed class BlockAssembler
{
    private readonly List<CarriedBlock> _blocks = [];
    private int _missing;
    private bool _isSound = true;

    /// <summary>Adds what a message carries; if it does not follow the last one, no block is of use.</summary>
    public void Accept(CarriedBlock part)
    {
        double[] values = part.Block.Values;
        if (_isSound && part.Offset == 0 && _missing == 0)
            _isSound = Begin(part);
        _isSound = _isSound && _blocks.Count > 0 && values.Length <= _missing
            && part.Offset == _blocks[^1].Block.Values.Length - _missing;
        if (!_isSound)
            return;
        values.CopyTo(_blocks[^1].Block.Values, part.Offset);
        _missing -= values.Length;
    }

    /// <summary>Takes the blocks of a state and the delay lines, and begins anew.</summary>
    /// <returns>Null if a part is missing or did not fit, which a correct sender never brings about.</returns>
    public (StateBlock[] State, StateBlock[] Emitted)? Take()
    {
        CarriedBlock[] blocks = [.. _blocks];
        bool isWhole = _isSound && _missing == 0;
        _blocks.Clear();
        (_missing, _isSound) = (0, true);
        return isWhole ? (Of(emitted: false), Of(emitted: true)) : null;

        StateBlock[] Of(bool emitted) =>
            [.. blocks.Where(one => one.Emitted == emitted).Select(one => one.Block)];
    }

    private bool Begin(CarriedBlock part)
    {
        (string name, int rows, int columns, _) = part.Block;
        if (rows < 0 || columns < 0 || (long)rows * columns > Array.MaxLength)
            return false;
        _missing = rows * columns;
        double[] values = GC.AllocateUninitializedArray<double>(_missing);
        _blocks.Add(part with { Block = new StateBlock(name, rows, columns, values) });
        return true;
    }
}
