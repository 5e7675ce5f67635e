using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Recording;

/// <summary>Recordings of a run: one folder of segments per network.</summary>
/// <remarks>
/// Calls for one network come one after the other; those for different ones from different threads. Failures of the
/// disk are kept, not thrown, since actors call: the first one ends all recording and completes <see cref="Failure"/>.
/// </remarks>
public sealed class RecordingStore : IDisposable
{
    private readonly NetworkRecording?[] _networks;
    private readonly IReadOnlyList<NetworkPlan> _plans;
    private readonly IReadOnlyList<BuildIdentity[]> _builds;
    private readonly ModelRegistry _models;
    private readonly Func<string, Stream>? _create;
    private readonly DurableFile? _files;
    private readonly TaskCompletionSource<Exception> _failure = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Makes a store in a folder, which is created with the first block.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="plans">The networks of the run.</param>
    /// <param name="builds">The builds of each network.</param>
    /// <param name="models">Cell models, which say the shapes of what is recorded.</param>
    /// <param name="create">Makes a file; for tests, else null.</param>
    /// <param name="files">How files get their names; null for <see cref="DurableFile.Default"/>.</param>
    public RecordingStore(
        string folder, IReadOnlyList<NetworkPlan> plans, IReadOnlyList<BuildIdentity[]> builds, ModelRegistry models,
        Func<string, Stream>? create = null, DurableFile? files = null)
    {
        Folder = folder;
        _plans = plans;
        _builds = builds;
        _models = models;
        _create = create;
        _files = files;
        _networks = new NetworkRecording?[plans.Count];
    }

    /// <summary>Folder.</summary>
    public string Folder { get; }

    /// <summary>Completes with the first failure; never, if there is none.</summary>
    public Task<Exception> Failure => _failure.Task;

    /// <summary>Folder of a network's recording.</summary>
    public static string FolderOf(string folder, int network) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"network-{network}"));

    /// <summary>Folders of all networks' recordings, in order.</summary>
    public static IReadOnlyList<string> Folders(string folder) => Directory.Exists(folder)
        ?
        [
            .. Directory.GetDirectories(folder, "network-*")
                .OrderBy(path => path.Length)
                .ThenBy(path => path, StringComparer.Ordinal),
        ]
        : [];

    /// <summary>Writes a block; after a failure does nothing.</summary>
    public void Append(RecordedBlock block) => Try(() =>
    {
        ref NetworkRecording? network = ref _networks[block.Network];
        NetworkPlan plan = _plans[block.Network];
        network ??= new NetworkRecording(
            FolderOf(Folder, block.Network),
            RecordingDescription.Of(plan, _builds[block.Network], _models.Of(plan)),
            _create,
            files: _files);
        network.Append(block);
    });

    /// <summary>Waits until everything that was appended of a network is on the disk.</summary>
    public void Sync(int network) => Try(() => _networks[network]?.Sync());

    /// <summary>Closes the last segment of a network that has finished.</summary>
    public void Finish(int network) => Try(() => _networks[network]?.Close());

    /// <summary>Removes what was recorded after the tick that a network goes back to.</summary>
    /// <remarks>From then on no block of the time before may be appended.</remarks>
    public void CutBack(int network, long tick) => Try(() =>
    {
        ref NetworkRecording? recording = ref _networks[network];
        recording?.Close();
        recording = null;
        NetworkRecording.CutBack(FolderOf(Folder, network), tick, _files);
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (NetworkRecording? network in _networks)
        {
            if (network is null)
                continue;
            Try(network.Close);
            network.Dispose();
        }
    }

    private void Try(Action action)
    {
        if (_failure.Task.IsCompleted)
            return;
        try
        {
            action();
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            _failure.TrySetResult(exception);
        }
    }
}
