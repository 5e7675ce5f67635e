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
    /// <param name="files">How files are written; null for <see cref="DurableFile.Default"/>.</param>
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
    public SnapshotEntry Put(int generation, AreaSnapshot snapshot)
    {
        AreaState state = snapshot.State;
        _files.CreateFolder(SnapshotPaths.Tick(_folder, state.Tick));
        return _files.Write(
            SnapshotPaths.Area(_folder, state.Tick, state.Area),
            file => SnapshotFormat.Write(file, _fingerprint, _network, generation, snapshot));
    }

    private SnapshotMismatchException Mismatch(string path) =>
        new($"'{path}' is of another experiment than the one to run: name another folder, or start anew.");
}
