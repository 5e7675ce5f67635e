namespace PalActors.Clustering.Wire;

/// <summary>Reads the fields of a Protocol Buffers message one by one, without making any object.</summary>
/// <param name="bytes">The message.</param>
internal ref struct ProtobufFields(ReadOnlySpan<byte> bytes)
{
    private const int Varint = 0, Fixed64 = 1, Delimited = 2, Fixed32 = 5;

    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Number of the field.</summary>
    public int Field { get; private set; }

    /// <summary>Value of a number field; 0 of others.</summary>
    public ulong Number { get; private set; }

    /// <summary>Bytes of a field of bytes, text or a message; empty of others.</summary>
    public ReadOnlySpan<byte> Content { get; private set; }

    /// <summary>True once all fields were read; false also where the message is damaged.</summary>
    public readonly bool IsAtEnd => _rest.IsEmpty;

    /// <summary>Reads the next field.</summary>
    /// <returns>False at the end, or where the message is damaged.</returns>
    public bool Next()
    {
        Number = 0;
        Content = default;
        ReadOnlySpan<byte> before = _rest;
        if (before.IsEmpty)
            return false;
        if (TryNumber(out ulong tag) && tag >> 3 is > 0 and <= int.MaxValue && TryValue((int)(tag & 7)))
        {
            Field = (int)(tag >> 3);
            return true;
        }

        _rest = before;
        return false;
    }

    private bool TryValue(int kind)
    {
        switch (kind)
        {
            case Varint:
                bool isNumber = TryNumber(out ulong number);
                Number = number;
                return isNumber;
            case Delimited:
                return TryNumber(out ulong length) && length <= (ulong)_rest.Length && TryTake((int)length);
            case Fixed32:
                return TryTake(sizeof(uint));
            case Fixed64:
                return TryTake(sizeof(ulong));
            default:
                return false;
        }
    }

    private bool TryTake(int length)
    {
        if (length > _rest.Length)
            return false;
        Content = _rest[..length];
        _rest = _rest[length..];
        return true;
    }

    private bool TryNumber(out ulong value)
    {
        value = 0;
        for (int i = 0; i < _rest.Length && i < 10; i++)
        {
            value |= (ulong)(_rest[i] & 127) << (7 * i);
            if (_rest[i] >= 128)
                continue;
            _rest = _rest[(i + 1)..];
            return true;
        }

        return false;
    }
}
