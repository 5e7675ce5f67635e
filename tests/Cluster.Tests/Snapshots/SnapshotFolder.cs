using System.Text.RegularExpressions;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Cluster.Tests.Snapshots;

/// <summary>A test's own folder of snapshots, for a network of three small areas.</summary>
/// <param name="inMemory">True if it may lie in memory, for tests that write tens of thousands of files and need no
/// disk.</param>
internal sealed class SnapshotFolder(bool inMemory = false) : IDisposable
{
    public const int Network = 1;
    public const int Areas = 3;

    private const string Memory = "/dev/shm";

    public static byte[] Fingerprint { get; } = [.. Enumerable.Range(0, 32).Select(i => (byte)(7 * i))];

    public static byte[] OtherFingerprint { get; } = [.. Enumerable.Range(0, 32).Select(i => (byte)(11 * i))];

    public string Root { get; } = inMemory && Directory.Exists(Memory)
        ? Directory.CreateDirectory(Path.Combine(Memory, $"palactors-snapshots-{Guid.NewGuid():N}")).FullName
        : Directory.CreateTempSubdirectory("palactors-snapshots-").FullName;

    public string NetworkFolder => Path.Combine(Root, "network-1");

    /// <summary>A path in the network's folder.</summary>
    public string this[params string[] names] => Path.Combine([NetworkFolder, .. names]);

    public static SnapshotOrigin Origin { get; } =
        new([new BuildIdentity("abc", "0.1.0", "def")], "123", new MetricsSeal(4, "456"));

    /// <summary>The newest tick with an intact manifest, or null.</summary>
    public long? Newest => SnapshotStore.Kept(Root, Network) is [KeptSnapshot newest, ..] ? newest.Tick : null;

    /// <summary>A store that writes without waiting for the disk.</summary>
    public SnapshotStore Open(DurableFile? files = null) => new(Root, Network, Fingerprint, files ?? new SteppedFile());

    public string Manifest(long tick) => this[$"manifest-{tick:D12}.json"];

    public string Area(long tick, int area) => this[$"tick-{tick:D12}", $"area-{area}.snap"];

    /// <summary>A snapshot whose values identify tick and area and include those most easily lost.</summary>
    public static AreaSnapshot Snapshot(long tick, int area) => new(
        new AreaState(area, tick,
        [
            new StateBlock("W", 2, area, [.. Enumerable.Range(0, 2 * area).Select(i => (tick / 7.0) + i)]),
            new StateBlock(
                "u", 3, 1, [BitConverter.UInt64BitsToDouble(0x7FF8_0000_0000_0000UL + (ulong)tick), -0.0, area]),
            new StateBlock("none", 0, 5, []),
        ]),
        area == 2 ? [] : [new StateBlock("up", 2, 1, [tick - 1, tick])]);

    /// <summary>All snapshots of a tick.</summary>
    public static AreaSnapshot[] Snapshots(long tick) =>
        [.. Enumerable.Range(1, Areas).Select(area => Snapshot(tick, area))];

    /// <summary>Stores and completes a tick.</summary>
    public static void Take(SnapshotStore store, long tick, int generation = 1) =>
        store.Complete(
            generation, tick, [.. Snapshots(tick).Select(snapshot => store.Put(generation, snapshot))], Origin);

    /// <summary>Names of all files below the network's folder.</summary>
    public string[] Files() =>
    [
        .. Directory.GetFiles(NetworkFolder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(NetworkFolder, path)).Order(StringComparer.Ordinal),
    ];

    /// <summary>The ticks that have a folder and those that have a manifest.</summary>
    public (long[] Folders, long[] Manifests) Ticks() => (
        [
            .. Directory.GetDirectories(NetworkFolder)
                .Select(path => long.Parse(Path.GetFileName(path)["tick-".Length..])).Order(),
        ],
        [
            .. Directory.GetFiles(NetworkFolder).Select(path => Path.GetFileName(path))
                .Where(name => Regex.IsMatch(name, @"^manifest-\d{12,}\.json$"))
                .Select(name => long.Parse(name["manifest-".Length..^".json".Length])).Order(),
        ]);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
