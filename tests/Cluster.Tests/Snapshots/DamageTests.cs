using PalActors.Clustering.Snapshots;

namespace PalActors.Cluster.Tests.Snapshots;

/// <summary>Ten thousand seeded faults: damaged data is never loaded, and the newest intact tick always is.</summary>
public sealed class DamageTests : IDisposable
{
    private const int Cases = 10_000;
    private const long Older = 100, Newer = 200, Unfinished = 300;

    private readonly SnapshotFolder _folder = new(inMemory: true);
    private readonly Random _random = new(20_240_117);
    private readonly Dictionary<string, byte[]> _whole = [];
    private readonly Dictionary<long, byte[][]> _foreign = [];
    private readonly HashSet<string> _changed = [];

    public DamageTests()
    {
        SnapshotStore store = _folder.Open();
        store.NextGeneration(Assert.Fail);
        store.NextGeneration(Assert.Fail);
        SnapshotFolder.Take(store, Older, generation: 1);
        SnapshotFolder.Take(store, Newer, generation: 2);
        foreach (string name in _folder.Files())
            _whole[_folder[name]] = File.ReadAllBytes(_folder[name]);
        foreach (int area in Enumerable.Range(1, SnapshotFolder.Areas))
            _foreign[area] = [.. Foreign(area)];
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void OnlyWhatWasPutIsEverLoaded()
    {
        int[] kinds = new int[12];
        for (int k = 0; k < Cases; k++)
        {
            int kind = _random.Next(kinds.Length);
            kinds[kind]++;
            long? expected = kind switch
            {
                0 => Damage(Newer, Flip),
                1 => Damage(Newer, Cut),
                2 => Damage(Newer, _ => null),
                3 => Damage(Newer, bytes => [.. bytes, .. Junk()]),
                4 => Swap(),
                5 => Replace(),
                6 => Rename(),
                7 => Leftovers(),
                8 => DamageOlder(),
                9 => DamageBoth(),
                _ => Crash(),
            };
            Check(expected, $"case {k} of kind {kind}");
            Restore();
        }

        Assert.All(kinds, count => Assert.True(count > Cases / 24));
        Check(Newer, "the end");
    }

    private long? Damage(long tick, Func<byte[], byte[]?> change)
    {
        string[] paths =
        [
            _folder.Manifest(tick),
            .. Enumerable.Range(1, SnapshotFolder.Areas).Select(area => _folder.Area(tick, area)),
        ];
        string path = paths[_random.Next(paths.Length)];
        Change(path, change(_whole[path]));
        return tick == Newer ? Older : Newer;
    }

    private long? DamageOlder()
    {
        Damage(Older, _random.Next(2) == 0 ? Flip : Cut);
        return Newer;
    }

    private long? DamageBoth()
    {
        Damage(Older, Flip);
        Damage(Newer, Cut);
        return null;
    }

    private byte[] Flip(byte[] bytes)
    {
        byte[] flipped = [.. bytes];
        flipped[_random.Next(bytes.Length)] ^= (byte)_random.Next(1, 256);
        return flipped;
    }

    private byte[] Cut(byte[] bytes) => bytes[.._random.Next(bytes.Length)];

    private byte[] Junk()
    {
        byte[] junk = new byte[_random.Next(1, 200)];
        _random.NextBytes(junk);
        return junk;
    }

    // Two areas' files, or both manifests.
    private long? Swap()
    {
        int area = _random.Next(SnapshotFolder.Areas + 1);
        (string one, string two) = area == 0
            ? (_folder.Manifest(Older), _folder.Manifest(Newer))
            : (_folder.Area(Newer, area), _folder.Area(Newer, (area % SnapshotFolder.Areas) + 1));
        Change(one, _whole[two]);
        Change(two, _whole[one]);
        return area == 0 ? null : Older;
    }

    // An intact file of the area, but of another tick, generation, network or experiment; or such a manifest.
    private long? Replace()
    {
        int area = _random.Next(SnapshotFolder.Areas + 1);
        byte[][] foreign = area == 0 ? [_whole[_folder.Manifest(Older)]] : _foreign[area];
        Change(area == 0 ? _folder.Manifest(Newer) : _folder.Area(Newer, area), foreign[_random.Next(foreign.Length)]);
        return Older;
    }

    private static IEnumerable<byte[]> Foreign(int area)
    {
        yield return SnapshotBytes.Encode(
            SnapshotFolder.Fingerprint, SnapshotFolder.Network, 1, SnapshotFolder.Snapshot(Older, area));
        yield return SnapshotBytes.Encode(
            SnapshotFolder.Fingerprint, SnapshotFolder.Network, 1, SnapshotFolder.Snapshot(Newer, area));
        yield return SnapshotBytes.Encode(
            SnapshotFolder.Fingerprint, SnapshotFolder.Network + 1, 2, SnapshotFolder.Snapshot(Newer, area));
        yield return SnapshotBytes.Encode(
            SnapshotFolder.OtherFingerprint, SnapshotFolder.Network, 2, SnapshotFolder.Snapshot(Newer, area));
    }

    // One character of a name, of the manifest or of an area's file, is another.
    private long? Rename()
    {
        string path = _random.Next(2) == 0
            ? _folder.Manifest(Newer)
            : _folder.Area(Newer, _random.Next(1, SnapshotFolder.Areas + 1));
        char[] name = Path.GetFileName(path).ToCharArray();
        int position = _random.Next(name.Length);
        const string Letters = "0123456789abcxyz.-";
        char letter = Letters[_random.Next(Letters.Length)];
        if (letter == name[position])
            return Newer;
        name[position] = letter;
        string renamed = Path.Combine(Path.GetDirectoryName(path)!, new string(name));
        byte[] bytes = _whole[path];
        Change(path, null);
        Change(renamed, bytes);
        // The older manifest's name is one character away too.
        return renamed == _folder.Manifest(Older) ? null : Older;
    }

    private long? Leftovers()
    {
        Change(_folder.Area(Newer, 2) + ".part", Junk());
        Change(_folder.Manifest(Unfinished) + ".part", _whole[_folder.Manifest(Newer)]);
        Change(_folder["generation.json.part"], Junk());
        return Newer;
    }

    // The process ends at a step of a file of a third tick; the file being written may also be torn.
    private long? Crash()
    {
        int file = _random.Next(SnapshotFolder.Areas + 1);
        WriteStep step = (WriteStep)_random.Next(5);
        Assert.Throws<CrashException>(
            () => SnapshotFolder.Take(_folder.Open(new SteppedFile(file, step)), Unfinished, generation: 2));
        bool manifest = file == SnapshotFolder.Areas;
        string path = manifest ? _folder.Manifest(Unfinished) : _folder.Area(Unfinished, file + 1);
        foreach (string written in new[] { path, path + ".part" }.Where(File.Exists))
        {
            // If the disk did not flush as promised, the name may stand for any part of the bytes.
            if (_random.Next(3) == 0)
            {
                Write(written, Cut(File.ReadAllBytes(written)));
                return Newer;
            }
        }

        return manifest && step >= WriteStep.Renamed ? Unfinished : Newer;
    }

    private void Check(long? expected, string what)
    {
        List<string> damaged = [];
        SnapshotStore store = _folder.Open();

        LoadedSnapshot? loaded = store.Newest(damaged.Add);

        Assert.True(
            loaded?.Tick == expected,
            $"{what}: expected tick {expected}, loaded {loaded?.Tick}; {string.Join("; ", damaged)}");
        if (loaded is not null)
        {
            Assert.True(loaded.Areas.Count == SnapshotFolder.Areas, what);
            Assert.True(
                loaded.Areas.Zip(SnapshotFolder.Snapshots(loaded.Tick)).All(pair => pair.First.SameBits(pair.Second)),
                what);
        }

        // One line for each manifest that was skipped.
        int passed = _folder.Ticks().Manifests.Count(tick => tick > (expected ?? -1));
        Assert.True(
            damaged.Count == passed && damaged.All(
                line => line.Contains(_folder.NetworkFolder, StringComparison.Ordinal)
                    && !line.Contains('\n', StringComparison.Ordinal)),
            what);
    }

    private void Change(string path, byte[]? bytes)
    {
        _changed.Add(path);
        Write(path, bytes);
    }

    private void Restore()
    {
        foreach (string path in _changed)
            Write(path, _whole.GetValueOrDefault(path));

        _changed.Clear();
        _folder.Open().DiscardAfter(Newer);
        File.Delete(_folder.Manifest(Unfinished) + ".part");
    }

    // As a new file: ext4 waits for the disk if an existing one is truncated and rewritten.
    private static void Write(string path, byte[]? bytes)
    {
        File.Delete(path);
        if (bytes is not null)
            File.WriteAllBytes(path, bytes);
    }
}
