using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Computes the SHA-256 of the samples that a network uses.</summary>
/// <remarks>
/// It is over, for each split, its name (UTF-8 after its length, i32) and number of samples (i32), then for each sample
/// its input rates and, unless they are computed, its target voltages (f64), all little-endian. Where a network's seed
/// divides a pool, all of it counts, behind the others and in the order of the files: all seeds have the same hash.
/// </remarks>
public static class DataHash
{
    // Sets that come as files are large, and each network of a process asks for the same set.
    private static readonly ConditionalWeakTable<IDataSet, Known> s_known = [];

    /// <summary>Computes the hash, 64 lower-case hex digits.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="splits">Splits and samples that are used.</param>
    public static string Compute(IDataSet data, IReadOnlyList<SplitUse> splits)
    {
        if (s_known.TryGetValue(data, out Known? known) && known.Splits.SequenceEqual(splits))
            return known.Hash;
        string hash = Over(data, WithPool(data, splits));
        s_known.AddOrUpdate(data, new Known(splits, hash));
        return hash;
    }

    private static IReadOnlyList<SplitUse> WithPool(IDataSet data, IReadOnlyList<SplitUse> used)
    {
        if (!data.IsDividedBySeed)
            return used;
        string[] pool = [DividedData.Train, DividedData.Validation];
        IEnumerable<SplitUse> others = used.Where(split => !pool.Contains(split.Split));
        return [.. others, .. pool.Select(split => new SplitUse(split, data.SamplesOf(split)))];
    }

    private static string Over(IDataSet data, IReadOnlyList<SplitUse> splits)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        int inputs = data.Inputs * data.Frames;
        double[] sample = new double[inputs + (data.AnswersAreComputed ? 0 : data.Targets)];
        foreach (SplitUse split in splits)
        {
            byte[] name = Encoding.UTF8.GetBytes(split.Split);
            Append(hash, name.Length);
            hash.AppendData(name);
            Append(hash, split.Samples);
            for (int index = 0; index < split.Samples; index++)
            {
                for (int frame = 0; frame < data.Frames; frame++)
                    data.Frame(split.Split, index, frame, sample.AsSpan(frame * data.Inputs, data.Inputs));
                if (sample.Length > inputs)
                    data.Target(split.Split, index, sample.AsSpan(inputs));
                hash.AppendData(MemoryMarshal.AsBytes(sample.AsSpan()));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        hash.AppendData(bytes);
    }

    private sealed record Known(IReadOnlyList<SplitUse> Splits, string Hash);
}
