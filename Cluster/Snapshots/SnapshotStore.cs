using System.Security.Cryptography;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Snapshots;

/// <summary>
/// Snapshots of one network in a folder. Each area's file goes into the folder of its tick; when all are on the disk, a manifest with their lengths and hashes makes the tick
/// complete. A tick without a manifest does not exist, and one with a manifest is loaded only if every byte of every file is the one that was put: at worst the tick before it is.
/// The last two complete ticks are kept. One process at a time owns a network's folder; others may only <see cref="Write(string, int, byte[], int, AreaSnapshot, DurableFile?)"/>.
/// </summary>
public sealed partial class SnapshotStore
{
    private readonly string _folder;
    private readonly int _network;
    private readonly byte[] _fingerprint;
    private readonly string _hex;
    private readonly DurableFile _files;

    /// <summary>The store of a network; the folder is made when something is put into it.</summary>
    /// <param name="folder">Folder of the run's snapshots.</param>
    /// <param name="network">Network of the run.</param>
    /// <param name="fingerprint">SHA-256 of its plan, see <see cref="PlanFingerprint"/>.</param>
    /// <param name="files">How files are written; for tests, else null.</param>
    public SnapshotStore(string folder, int network, byte[] fingerprint, DurableFile? files = null)
    {
        if (fingerprint.Length != SnapshotFormat.FingerprintSize)
            throw new ArgumentException($"A fingerprint has {SnapshotFormat.FingerprintSize} bytes, this has {fingerprint.Length}.", nameof(fingerprint));
        ArgumentOutOfRangeException.ThrowIfNegative(network);
        _folder = SnapshotPaths.Network(folder, network);
        _network = network;
        _fingerprint = [.. fingerprint];
        _hex = Convert.ToHexStringLower(fingerprint);
        _files = files ?? DurableFile.Default;
    }

    /// <summary>Writes an area's snapshot, for a node that shares the folder with the seed; the seed completes the tick with the entry.</summary>
    /// <param name="folder">Folder of the run's snapshots.</param>
    /// <param name="network">Network of the run.</param>
    /// <param name="fingerprint">SHA-256 of its plan.</param>
    /// <param name="generation">The generation.</param>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="files">How files are written; for tests, else null.</param>
    /// <exception cref="IOException">It could not be written.</exception>
    public static SnapshotEntry Write(string folder, int network, byte[] fingerprint, int generation, AreaSnapshot snapshot, DurableFile? files = null) =>
        new SnapshotStore(folder, network, fingerprint, files).Put(generation, snapshot);

    /// <summary>Removes all of a network's snapshots, since it has finished; the folder of the run's snapshots goes with its last network.</summary>
    /// <exception cref="IOException">Something could not be removed.</exception>
    public static void Remove(string folder, int network)
    {
        string path = SnapshotPaths.Network(folder, network);
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
        try
        {
            if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
                Directory.Delete(folder);
        }
        catch (IOException)
        {
            // Another network has begun to use it, or removed it, in the meantime.
        }
    }

    /// <summary>Writes an area's snapshot.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public SnapshotEntry Put(int generation, AreaSnapshot snapshot) =>
        Place(snapshot.State.Tick, snapshot.State.Area, SnapshotFormat.Encode(_fingerprint, _network, generation, snapshot));

    /// <summary>Writes an area's snapshot that came as the bytes of its file.</summary>
    /// <param name="generation">The generation it must be of.</param>
    /// <param name="encoded">What <see cref="SnapshotFormat.Encode"/> made of it.</param>
    /// <exception cref="SnapshotFormatException">The bytes are damaged, or of another network, experiment or generation; nothing is written.</exception>
    /// <exception cref="IOException">It could not be written.</exception>
    public SnapshotEntry Put(int generation, ReadOnlySpan<byte> encoded)
    {
        SnapshotHeader header = SnapshotFormat.ReadHeader(encoded);
        SnapshotHeader expected = header with { Fingerprint = _hex, Network = _network, Generation = generation };
        if (header != expected)
            throw new SnapshotFormatException($"The snapshot is of {header}, not of {expected}.");
        return Place(header.Tick, header.Area, encoded);
    }

    private SnapshotEntry Place(long tick, int area, ReadOnlySpan<byte> bytes)
    {
        string path = SnapshotPaths.Area(_folder, tick, area);
        _files.CreateFolder(SnapshotPaths.Tick(_folder, tick));
        _files.Write(path, bytes);
        return new SnapshotEntry(area, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private SnapshotMismatchException Mismatch(string path) =>
        new($"'{path}' is of another experiment than the one to run: name another folder, or start anew with --fresh.");
}
