using PalActors.Areas.Contract.Models;
using PalActors.Lab;
using PalActors.Lab.Experiments;
using PalActors.Lab.Results;

namespace PalActors.Web.Data;

/// <summary>A run that is read from its folder, again and again while it grows.</summary>
internal sealed class FolderRun : ViewedRun
{
    private readonly ModelRegistry _models;
    private readonly Dictionary<(string Model, ulong Seed), NetworkRecord> _byName;
    private readonly MetricsTail _tail;
    private readonly StoredSamples _samples;
    private bool _isGoingOn;

    private FolderRun(ModelRegistry models, string folder, Experiment experiment)
        : base(folder, experiment)
    {
        _models = models;
        Networks = [.. NetworkPlans.Of(experiment).Select(plan => new NetworkRecord(plan, experiment.Cells))];
        _byName = Networks.ToDictionary(network => (network.Plan.Label, network.Plan.Seed));
        _tail = new MetricsTail(Path.Combine(folder, RunFiles.Metrics));
        _samples = new StoredSamples(models, folder);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<NetworkRecord> Networks { get; }

    /// <inheritdoc/>
    public override bool IsGoingOn => _isGoingOn;

    /// <summary>Opens the folder of a run and reads what is there.</summary>
    /// <exception cref="InputException">It is no run, or was written by another version.</exception>
    public static FolderRun Open(ModelRegistry models, string folder)
    {
        string effective = Path.Combine(folder, RunFiles.Experiment);
        if (!File.Exists(effective))
        {
            throw new InputException(
                $"DIR is '{folder}', which holds no {RunFiles.Experiment}; valid is the folder of a run, a sweep or a "
                + "study.");
        }

        FolderRun run = new(models, folder, ExperimentReader.Read(models, effective));
        run.Read();
        return run;
    }

    /// <inheritdoc/>
    public override void Refresh()
    {
        try
        {
            Read();
            Problem = null;
        }
        catch (InputException exception)
        {
            Problem = exception.Message;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Problem = $"{Folder}: cannot be read: {exception.Message}";
        }
    }

    /// <inheritdoc/>
    public override NetworkSample? Sample(NetworkRecord network) => _samples.Newest(network.Plan);

    private void Read()
    {
        _isGoingOn = FolderLock.IsHeld(Folder);
        IReadOnlyList<MetricRow> rows = _tail.Read(out bool isAnew);
        if (isAnew)
        {
            // Also the values of tick 0.
            foreach (NetworkRecord network in Networks)
            {
                network.CutBack(-1);
                network.Progress(0);
            }
        }

        foreach (MetricRow row in rows)
        {
            if (!_byName.TryGetValue((row.Model, row.Seed), out NetworkRecord? network))
            {
                throw new InputException(
                    $"{Folder}: {RunFiles.Metrics} has {row.Model} seed {row.Seed}, "
                    + $"which {RunFiles.Experiment} does not name.");
            }

            network.Start();
            network.Add(row.ToMetric(network.Plan.Network, network.Graph));
            network.Progress(Math.Max(network.Tick, row.Tick));
        }

        NetworkRecord[] open = [.. Networks.Where(network => network.Outcome is null)];
        foreach ((int number, FinishedNetwork finished) in FinishedNetworks.Read(Folder, open.Select(one => one.Plan)))
            Networks[number].Finish(finished.End);
    }
}
