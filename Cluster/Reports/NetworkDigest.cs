using System.Buffers.Binary;
using System.Security.Cryptography;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Reports;

/// <summary>Digest of a network: SHA-256 over its canonical state.</summary>
/// <remarks>
/// For each area, ascending: its index (i64) and last complete tick (i64), then each block of its captured state in the
/// order of docs/architecture.md as rows (i64), columns (i64) and row-major values (f64). All little-endian.
/// </remarks>
public static class NetworkDigest
{
    /// <summary>Computes the digest as lower-case hex.</summary>
    public static string Compute(IEnumerable<AreaState> states)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[8];
        foreach (AreaState state in states.OrderBy(s => s.Area))
        {
            Whole(state.Area);
            Whole(state.Tick);
            foreach (StateBlock block in state.Blocks)
            {
                Whole(block.Rows);
                Whole(block.Columns);
                ValueBytes.Read(block.Values, hash.AppendData);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Whole(long value)
        {
            BinaryPrimitives.WriteInt64LittleEndian(buffer, value);
            hash.AppendData(buffer);
        }
    }
}
