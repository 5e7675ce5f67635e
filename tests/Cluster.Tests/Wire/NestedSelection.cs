namespace PalActors.Cluster.Tests.Wire;

/// <summary>
/// A message to a selection that is a message to a selection and so on, written by hand: Akka's SelectionEnvelope has a
/// Payload (1), which has bytes (1) and the identifier of a serializer (2).
/// </summary>
internal static class NestedSelection
{
    /// <summary>Writes one that is so many deep.</summary>
    public static byte[] Write(int depth)
    {
        List<byte[]> before = [];
        byte[] content = [1];
        int length = content.Length;
        for (int i = 0; i < depth; i++)
        {
            byte[] bytes = [0x0A, .. Number(length)];
            byte[] payload = [0x0A, .. Number(bytes.Length + length + 2)];
            before.Add([.. payload, .. bytes]);
            length += payload.Length + bytes.Length + 2;
        }

        return
        [
            .. before.AsEnumerable().Reverse().SelectMany(bytes => bytes),
            .. content,
            .. Enumerable.Repeat<byte[]>([0x10, 6], depth).SelectMany(bytes => bytes),
        ];
    }

    private static IEnumerable<byte> Number(int value)
    {
        for (; value >= 128; value >>= 7)
            yield return (byte)(value | 128);
        yield return (byte)value;
    }
}
