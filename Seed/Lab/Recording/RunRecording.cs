using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Recording;
using PalActors.Lab.Results;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Recording;

/// <summary>The recording in a run folder, read a segment at a time.</summary>
/// <remarks>It is read in two passes: first the ticks of each series, then the values.</remarks>
internal sealed class RunRecording
{
    private readonly IReadOnlyList<string> _folders;
    private readonly Dictionary<int, HashSet<BuildIdentity>> _builds = [];
    private readonly Dictionary<string, int> _networks = [];

    private readonly IAreaModel _cells;

    private RunRecording(IReadOnlyList<string> folders, IAreaModel cells) => (_folders, _cells) = (folders, cells);

    /// <summary>All series with at least one record.</summary>
    public IReadOnlyList<RecordedSeries> Series { get; private set; } = [];

    /// <summary>Damage of the recording, a line each.</summary>
    public IReadOnlyList<string> Damage { get; private set; } = [];

    /// <summary>Opens a recording and reads the ticks of its series.</summary>
    /// <param name="run">The run folder.</param>
    /// <param name="cells">Cell model of the run.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static RunRecording Open(string run, IAreaModel cells)
    {
        RunRecording recording = new(RecordingStore.Folders(Path.Combine(run, RecordingFiles.Folder)), cells);
        List<string> damage = [];
        List<RecordedSeries> series = [];
        foreach (RecordedRows rows in recording.Rows(recording._folders, damage.Add, series.Add))
            rows.Series.Ticks.AddRange(rows.Ticks);
        recording.Series = [.. series.Where(s => s.Ticks.Count > 0)];
        recording.Damage = damage;
        return recording;
    }

    /// <summary>The builds that recorded a network, the first one first.</summary>
    public IReadOnlyCollection<BuildIdentity> BuildsOf(int network) => _builds.GetValueOrDefault(network) ?? [];

    /// <summary>All records, those of a series in the order of their ticks.</summary>
    /// <param name="network">The network whose records are read; null for all.</param>
    internal IEnumerable<RecordedRows> Rows(int? network = null)
    {
        Dictionary<(int Network, int Entry, int Area), RecordedSeries> known =
            Series.ToDictionary(s => (s.Network.Network, s.Entry, s.Area));
        IEnumerable<string> folders = _folders.Where(folder => Holds(folder, network));
        foreach (RecordedRows rows in Rows(folders, _ => { }, _ => { }))
        {
            RecordedSeries read = rows.Series;
            if (known.TryGetValue((read.Network.Network, read.Entry, read.Area), out RecordedSeries? series))
                yield return rows with { Series = series };
        }
    }

    // A folder of which nothing could be read is read again, whatever it holds.
    private bool Holds(string folder, int? network) =>
        network is null || !_networks.TryGetValue(folder, out int held) || held == network;

    private IEnumerable<RecordedRows> Rows(
        IEnumerable<string> folders, Action<string> damaged, Action<RecordedSeries> found)
    {
        foreach (string folder in folders)
        {
            Dictionary<(int Entry, int Area), RecordAssembler>? assemblers = null;
            foreach (Segment segment in NetworkRecording.Read(folder))
            {
                if (segment.Damage is not null)
                    damaged(segment.Damage);
                if (segment.Description is null)
                    continue;
                NoteBuilds(segment.Description);
                _networks[folder] = segment.Description.Network;
                if (assemblers is null)
                {
                    assemblers = [];
                    foreach (RecordedSeries series in RecordedSeries.Of(segment.Description, _cells))
                    {
                        assemblers.Add((series.Entry, series.Area), new RecordAssembler(series));
                        found(series);
                    }
                }

                foreach (RecordedBlock block in segment.Blocks)
                {
                    if (assemblers.GetValueOrDefault((block.Entry, block.Area))?.Accept(block) is { } rows)
                        yield return rows;
                }
            }
        }
    }

    private void NoteBuilds(RecordingDescription description)
    {
        if (!_builds.TryGetValue(description.Network, out HashSet<BuildIdentity>? builds))
            _builds[description.Network] = builds = [];
        builds.UnionWith(description.Builds);
    }
}
