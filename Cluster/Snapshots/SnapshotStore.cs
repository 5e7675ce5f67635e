using System.Security.Cryptography;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Snapshots;

/// <summary>Snapshots of one network in a folder.</summary>
/// <remarks>
/// Each area's file goes into the folder of its tick; when all are on the disk, a manifest with their lengths and
/// hashes makes the tick complete. A tick without a manifest does not exist, and one with a manifest is loaded only if
/// every byte of every file is the one that was put; otherwise the tick before it is. The last complete ticks are kept,
/// as many as <see cref="SnapshotLimits"/> says. One process at a time owns a network's folder; others may only call
/// <see cref="Write(string, int, byte[], int, AreaSnapshot, DurableFile?)"/>.
/// </remarks>
public sealed partial class SnapshotStore
{
    private readonly string _folder;
    private readonly int _network;
    private readonly byte[] _fingerprint;
    private readonly string _hex;
    private readonly DurableFile _files;
    private readonly SnapshotLimits _limits;

    /// <summary>Makes the store of a network; the folder is made when something is put into it.</summary>
    /// <param name="folder">Folder of the run's snapshots.</param>
    /// <param name="network">Network of the run.</param>
    /// <param name="fingerprint">SHA-256 of its plan, see <see cref="PlanFingerprint"/>.</param>
    /// <param name="files">How files are written; for tests, else null.</param>
    /// <param name="limits">How many stay; null for <see cref="SnapshotLimits.Default"/>.</param>
    public SnapshotStore(
        string folder, int network, byte[] fingerprint, DurableFile? files = null, SnapshotLimits? limits = null)
    {
        if (fingerprint.Length != SnapshotFormat.FingerprintSize)
        {
            throw new ArgumentException(
                $"A fingerprint has {SnapshotFormat.FingerprintSize} bytes, this has {fingerprint.Length}.",
                nameof(fingerprint));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(network);
        _folder = SnapshotPaths.Network(folder, network);
        _network = network;
        _fingerprint = [.. fingerprint];
        _hex = Convert.ToHexStringLower(fingerprint);
        _files = files ?? DurableFile.Default;
        _limits = limits ?? SnapshotLimits.Default;
    }

    /// <summary>Writes an area's snapshot, for a node that shares the folder with the seed.</summary>
    /// <remarks>The seed completes the tick with the entry.</remarks>
    /// <param name="folder">Folder of the run's snapshots.</param>
    /// <param name="network">Network of the run.</param>
    /// <param name="fingerprint">SHA-256 of its plan.</param>
    /// <param name="generation">The generation.</param>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="files">How files are written; for tests, else null.</param>
    /// <exception cref="IOException">It could not be written.</exception>
    public static SnapshotEntry Write(
        string folder, int network, byte[] fingerprint, int generation, AreaSnapshot snapshot,
        DurableFile? files = null) =>
        new SnapshotStore(folder, network, fingerprint, files).Put(generation, snapshot);

    /// <summary>Writes an area's snapshot.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public SnapshotEntry Put(int generation, AreaSnapshot snapshot) => WriteArea(
        snapshot.State.Tick,
        snapshot.State.Area,
        SnapshotFormat.Encode(_fingerprint, _network, generation, snapshot));

    /// <summary>Writes an area's snapshot that came as the bytes of its file.</summary>
    /// <param name="generation">The generation it must be of.</param>
    /// <param name="encoded">The output of <see cref="SnapshotFormat.Encode"/>.</param>
    /// <exception cref="SnapshotFormatException">
    /// The bytes are damaged, or of another network, experiment or generation; nothing is written.
    /// </exception>
    /// <exception cref="IOException">It could not be written.</exception>
    public SnapshotEntry Put(int generation, ReadOnlySpan<byte> encoded)
    {
        SnapshotHeader header = SnapshotFormat.ReadHeader(encoded);
        SnapshotHeader expected = header with { Fingerprint = _hex, Network = _network, Generation = generation };
        if (header != expected)
            throw new SnapshotFormatException($"The snapshot is of {header}, not of {expected}.");
        return WriteArea(header.Tick, header.Area, encoded);
    }

    private SnapshotEntry WriteArea(long tick, int area, ReadOnlySpan<byte> bytes)
    {
        string path = SnapshotPaths.Area(_folder, tick, area);
        _files.CreateFolder(SnapshotPaths.Tick(_folder, tick));
        _files.Write(path, bytes);
        return new SnapshotEntry(area, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private SnapshotMismatchException Mismatch(string path) =>
        new($"'{path}' is of another experiment than the one to run: name another folder, or start anew with --fresh.");
}
