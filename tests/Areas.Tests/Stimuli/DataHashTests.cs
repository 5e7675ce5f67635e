using System.Security.Cryptography;
using System.Text;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.Stimuli;

/// <summary>The hash of data is that of the samples that are used, and of those alone.</summary>
public sealed class DataHashTests : IDisposable
{
    private static readonly SplitUse[] s_some = [new("test", 2), new("train", 3)];

    private readonly string _folder = Directory.CreateTempSubdirectory("palactors-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void ItIsThatOfNamesNumbersInputsAndTargets()
    {
        YinYang data = new(YinYang.OriginalSeed);
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes);
        foreach (SplitUse split in s_some)
        {
            writer.Write(Encoding.UTF8.GetByteCount(split.Split));
            writer.Write(Encoding.UTF8.GetBytes(split.Split));
            writer.Write(split.Samples);
            for (int i = 0; i < split.Samples; i++)
            {
                (double x, double y, int right) = data.Sample(split.Split, i);
                IEnumerable<double> targets = Enumerable.Range(0, 3).Select(k => k == right ? 1.0 : 0.1);
                foreach (double value in (double[])[x, y, 1 - x, 1 - y, .. targets])
                    writer.Write(value);
            }
        }

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray())), DataHash.Compute(data, s_some));
    }

    [Fact]
    public void AnotherSeedNumberOrSplitGivesAnother()
    {
        YinYang data = new(1);
        string[] hashes =
        [
            DataHash.Compute(data, s_some),
            DataHash.Compute(new YinYang(2), s_some),
            DataHash.Compute(data, [new("test", 2), new("train", 4)]),
            DataHash.Compute(data, [new("test", 2), new("validation", 3)]),
        ];
        Assert.Equal(hashes.Length, hashes.Distinct().Count());
        Assert.Equal(hashes[0], DataHash.Compute(new YinYang(1), s_some));
    }

    [Fact]
    public void OnePixelOrLabelThatIsUsedChangesItAndOneThatIsNotDoesNot()
    {
        SplitUse[] splits = [new("test", 2), new("train", 20), new("validation", 5)];
        string original = Written("a", (_, _) => { });

        Assert.Equal(original, Written("same", (_, _) => { }));
        Assert.NotEqual(original, Written("pixel", (images, _) => images[16 + (16 * 19)] ^= 1));
        Assert.NotEqual(original, Written("label", (_, labels) => labels[8] = (byte)((labels[8] + 1) % 10)));
        // Images 20 to 24 train where there are more samples.
        Assert.Equal(original, Written("unused", (images, _) => images[16 + (16 * 22)] ^= 1));

        string Written(string name, Action<byte[], byte[]> change)
        {
            string folder = Path.Combine(_folder, name);
            MadeUpDigits.Write(folder);
            byte[] images = MadeUpDigits.Images(30, 4, 4), labels = MadeUpDigits.Labels(30);
            change(images, labels);
            MadeUpDigits.Put(folder, MadeUpDigits.Names[0], images, packed: true);
            MadeUpDigits.Put(folder, MadeUpDigits.Names[1], labels, packed: true);
            return DataHash.Compute(DataSets.Open("mnist", folder), splits);
        }
    }

    [Fact]
    public void WhatAScheduleUsesIsTheFirstSamplesOfEachSplit()
    {
        Phase[] phases =
        [
            Phase("settle", 3, firstSample: 2, round: -1),
            Phase("train", 7, firstSample: 0, round: 0),
            Phase("train", 5, firstSample: 0, round: 1),
            Phase("settle", 4, firstSample: 0, round: -1),
        ];

        Assert.Equal([new SplitUse("settle", 5), new SplitUse("train", 7)], SplitUse.Of(new Schedule(phases, 100)));

        // In batches a shuffled phase may show any sample of its pool, another only those that fill batches.
        Phase[] batches =
        [
            Phase("settle", 3, firstSample: 2, round: -1) with { Batch = 4 },
            Phase("train", 7, firstSample: 0, round: 0) with { Batch = 4, Pool = 31 },
        ];
        Assert.Equal([new SplitUse("settle", 14), new SplitUse("train", 31)], SplitUse.Of(new Schedule(batches, 100)));

        static Phase Phase(string split, int presentations, int firstSample, int round) =>
            new(1, presentations, 10, TickFlags.None, split, 0, round, null, false) { FirstSample = firstSample };
    }
}
