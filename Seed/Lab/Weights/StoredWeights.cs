using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using PalActors.Messages.Control;

namespace PalActors.Lab.Weights;

/// <summary>All matrices of a source.</summary>
/// <param name="Source">The source, for messages.</param>
/// <param name="Matrices">The matrices.</param>
internal sealed record StoredWeights(string Source, IReadOnlyList<StoredMatrix> Matrices)
{
    private string? _hash;

    /// <summary>Networks that matrices are of, in the order of the source.</summary>
    public IReadOnlyList<string> Networks { get; } = [.. Matrices.Select(matrix => matrix.Network).Distinct()];

    /// <summary>SHA-256 of names, shapes and values, whatever format and order they have; lower-case hex.</summary>
    public string Hash() => _hash ??= ComputeHash();

    private string ComputeHash()
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] size = new byte[8];
        foreach (StoredMatrix matrix in Matrices.OrderBy(one => one.FullName, StringComparer.Ordinal))
        {
            byte[] name = Encoding.UTF8.GetBytes(matrix.FullName);
            foreach (int number in (int[])[name.Length, matrix.Rows, matrix.Columns])
            {
                BinaryPrimitives.WriteInt64LittleEndian(size, number);
                hash.AppendData(size);
            }

            hash.AppendData(name);
            ValueBytes.Read(matrix.Values, hash.AppendData);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
