using PalActors.Clustering.Snapshots;

namespace PalActors.Cluster.Tests.Snapshots;

/// <summary>A folder never has the same generation twice.</summary>
public sealed class GenerationTests
{
    [Fact]
    public void ItNeverRepeatsAcrossOpeningAndCrashes()
    {
        using SnapshotFolder folder = new(inMemory: true);
        Random random = new(2);
        List<int> taken = [];
        for (int k = 0; k < 300; k++)
        {
            WriteStep step = (WriteStep)random.Next(5);
            try
            {
                SteppedFile files = random.Next(2) == 0 ? new SteppedFile() : new SteppedFile(0, step);
                taken.Add(folder.Open(files).NextGeneration(Assert.Fail));
            }
            catch (CrashException)
            {
                if (File.Exists(folder["generation.json.part"]) && random.Next(2) == 0)
                    File.WriteAllBytes(folder["generation.json.part"], [1, 2, 3]);
            }
        }

        Assert.Equal(1, taken[0]);
        Assert.True(taken.Count > 100);
        Assert.All(taken.Zip(taken.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        Assert.True(taken[^1] > taken.Count, "Generations that were written and never returned must count.");
    }

    [Fact]
    public void ItIsOnTheDiskBeforeItIsReturned()
    {
        using SnapshotFolder folder = new(inMemory: true);
        SteppedFile files = new();
        folder.Open(files).NextGeneration(Assert.Fail);
        Assert.Equal("Durable generation.json", files.Log[^1]);
        Assert.Contains("flush generation.json.part", files.Log);
    }

    [Fact]
    public void ADamagedOrMissingFileLeadsFarBeyondWhatTheManifestsTellAndIsSaid()
    {
        using SnapshotFolder folder = new(inMemory: true);
        for (int k = 0; k < 12; k++)
            folder.Open().NextGeneration(Assert.Fail);
        SnapshotFolder.Take(folder.Open(), 10, generation: 7);
        string path = folder["generation.json"];
        byte[] bytes = File.ReadAllBytes(path);
        for (int i = 0; i < bytes.Length; i++)
        {
            byte[] flipped = [.. bytes];
            flipped[i] ^= (byte)(1 << (i % 8));
            Assert.Equal(1_000_007, Repaired(flipped));
            Assert.Equal(1_000_007, Repaired(bytes[..i]));
        }

        Assert.Equal(1_000_008, folder.Open().NextGeneration(Assert.Fail));
        Assert.Equal(1_000_007, Repaired(null));

        int Repaired(byte[]? content)
        {
            if (content is null)
                File.Delete(path);
            else
                File.WriteAllBytes(path, content);
            List<string> lines = [];
            int generation = folder.Open().NextGeneration(lines.Add);
            Assert.Contains(path, Assert.Single(lines), StringComparison.Ordinal);
            return generation;
        }
    }

    [Fact]
    public void AFileOfAnotherVersionIsRefusedByName()
    {
        using SnapshotFolder folder = new(inMemory: true);
        folder.Open().NextGeneration(Assert.Fail);
        string path = folder["generation.json"];
        byte[] earlier = SealedJson.Write(new { Version = 1, Fingerprint = "00", Network = 1, Generation = 3 });
        File.WriteAllBytes(path, earlier);

        FileVersionException error =
            Assert.Throws<FileVersionException>(() => folder.Open().NextGeneration(Assert.Fail));

        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains("version 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnOlderFileDoesNotUndercutTheManifests()
    {
        using SnapshotFolder folder = new(inMemory: true);
        folder.Open().NextGeneration(Assert.Fail);
        byte[] old = File.ReadAllBytes(folder["generation.json"]);
        for (int k = 0; k < 5; k++)
            folder.Open().NextGeneration(Assert.Fail);
        SnapshotFolder.Take(folder.Open(), 10, generation: 6);
        File.WriteAllBytes(folder["generation.json"], old);

        Assert.Equal(7, folder.Open().NextGeneration(Assert.Fail));
    }

    [Fact]
    public void AnotherExperimentsFolderIsRefused()
    {
        using SnapshotFolder folder = new(inMemory: true);
        folder.Open().NextGeneration(Assert.Fail);

        SnapshotStore other = new(folder.Root, SnapshotFolder.Network, SnapshotFolder.OtherFingerprint);
        SnapshotMismatchException exception =
            Assert.Throws<SnapshotMismatchException>(() => other.NextGeneration(Assert.Fail));

        Assert.Contains("another experiment", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }
}
