using System.Diagnostics;
using System.Globalization;
using PalActors.Areas.Model.Parameters;
using PalActors.Clustering.Membership;
using PalActors.Clustering.Nodes;
using PalActors.Clustering.Recording;
using PalActors.Clustering.Recovery;
using PalActors.Clustering.Runs;
using PalActors.Messages.Plan;
using PalActors.Seed.Experiments;
using PalActors.Seed.Plots;
using PalActors.Seed.Progress;
using PalActors.Seed.Recording;
using PalActors.Seed.Results;

namespace PalActors.Seed.Commands;

/// <summary>One run of an experiment, from the file to the plots.</summary>
public sealed class ExperimentRun(string experiment, IReadOnlyList<Override> overrides, TextWriter output, TextWriter error)
{
    /// <summary>The task of the authors' parameter files, or null.</summary>
    public string? TaskName { get; init; }

    /// <summary>Output folder, or null for a new one under runs/.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether to begin anew where the folder holds a run.</summary>
    public bool Fresh { get; init; }

    /// <summary>Whether to print digests.</summary>
    public bool Digest { get; init; }

    /// <summary>Whether to print only the result.</summary>
    public bool Quiet { get; init; }

    /// <summary>Where and how safely it computes.</summary>
    public RunPlace Place { get; init; } = new();

    /// <summary>Makes the files of the recording; for tests, else null.</summary>
    public Func<string, Stream>? CreateSegment { get; init; }

    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        // All that can be wrong with the input is found before the first file is made.
        List<string> notes = [];
        Experiment checkedExperiment = ExperimentSource.Read(experiment, TaskName, overrides, notes);
        IReadOnlyList<NetworkPlan> plans = NetworkPlans.Of(checkedExperiment);
        ExperimentData.Check(checkedExperiment, plans[0]);
        using OutputFolder folder = OutputFolder.Claim(Folder, checkedExperiment.Name, DateTime.Now, ExperimentWriter.Write(checkedExperiment), plans, Fresh);
        Tell(notes);
        if (!Quiet)
            Announce(checkedExperiment, plans, folder);

        MetricsFile metrics = new(folder.Metrics, plans);
        using RecordingStore recording = new(folder.File(RecordingFiles.Folder), plans, CreateSegment);
        NetworkEvents events = new(Say) { TellsPlacement = Place.Nodes is not null };
        RunRecorder recorder = new(plans, folder.Path, metrics, recording, folder.Earlier, events);
        long begun = Stopwatch.GetTimestamp();
        try
        {
            try
            {
                NetworkPlan[] missing = [.. plans.Where(plan => !folder.Earlier.Finished.ContainsKey(plan.Network))];
                if (missing.Length > 0)
                    await SimulateAsync(checkedExperiment, missing, folder, recorder, metrics, recording, stop).ConfigureAwait(false);
                await recorder.SavedAsync().ConfigureAwait(false);
            }
            finally
            {
                // Whatever happened, every value that was measured is in metrics.csv.
                await metrics.DisposeAsync().ConfigureAwait(false);
            }

            Write(checkedExperiment, folder, recorder.Networks, Stopwatch.GetElapsedTime(begun).TotalSeconds);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RunFailedException($"{folder.Path}: the results cannot be written: {exception.Message}");
        }

        return recorder.Networks.All(network => network.Outcome is { Completed: true }) ? ExitCodes.Success : ExitCodes.Interrupted;
    }

    /// <summary>Prints what a run would take, without running it.</summary>
    /// <returns>The exit code.</returns>
    public int Describe()
    {
        List<string> notes = [];
        Experiment read = ExperimentSource.Read(experiment, TaskName, overrides, notes);
        Tell(notes);
        DryRun.Print(output, read, NetworkPlans.Of(read), Place);
        return ExitCodes.Success;
    }

    private void Tell(IEnumerable<string> notes)
    {
        foreach (string note in notes)
            error.WriteLine($"palactors: note: {note}");
    }

    private async Task SimulateAsync(
        Experiment read, IReadOnlyList<NetworkPlan> plans, OutputFolder folder, RunRecorder recorder, MetricsFile metrics, RecordingStore recording, CancellationToken stop)
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Dictionary<int, FolderKeeper> keepers = plans.ToDictionary(
            plan => plan.Network, plan => new FolderKeeper(folder.File(RunFiles.Snapshots), plan, Place.SnapshotEvery, Place.SharesFolder, line => Say(line)));
        RunSettings settings = new() { KeeperOf = plan => keepers[plan.Network], Placement = read.Placement, Faults = Place.Faults, Window = Place.Window };
        Task<IReadOnlyList<NetworkOutcome>> run = Task.Run(() => StartAsync(read, plans, settings, recorder, end.Token), CancellationToken.None);
        // If metrics.csv can no longer be written (a full disk), going on would only waste time.
        _ = metrics.Completion.ContinueWith(_ => end.Cancel(), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        _ = recording.Failure.ContinueWith(_ => end.Cancel(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        if (!Quiet)
        {
            Task showing = LiveProgress.Suits(output)
                ? new LiveProgress(output, recorder.Networks).ShowAsync(run)
                : new PlainProgress(output, recorder.Networks).ShowAsync(run);
            await showing.ConfigureAwait(false);
        }

        foreach (NetworkOutcome outcome in await run.ConfigureAwait(false))
        {
            NetworkRecord network = recorder.Networks[outcome.Plan.Network];
            if (network.Outcome is null)
                network.Finish(outcome);
        }

        foreach (FolderKeeper keeper in keepers.Values)
            keeper.Dispose();
        recording.Dispose();
        if (recording.Failure.IsCompleted)
        {
            throw new RunFailedException(
                $"{recording.Folder}: the recording cannot be written: {(await recording.Failure.ConfigureAwait(false)).Message.TrimEnd('.')}. The run ended at tick "
                + $"{string.Join(", ", recorder.Networks.Select(network => network.Tick).Distinct())}; what was recorded before opens with palactors export.");
        }
    }

    private async Task<IReadOnlyList<NetworkOutcome>> StartAsync(Experiment read, IReadOnlyList<NetworkPlan> plans, RunSettings settings, RunRecorder recorder, CancellationToken stop)
    {
        if (Place.Nodes is not { } nodes)
            return await LocalRun.RunAsync(plans, settings, recorder, stop).ConfigureAwait(false);
        bool complete = false;
        await using HealthPort? health = Place.HealthPort is { } port ? NodeCommand.OpenHealth(port, () => Volatile.Read(ref complete)) : null;
        ClusterSettings cluster = new()
        {
            Nodes = nodes,
            HostsAreas = Place.SeedHostsAreas,
            Remoting = Place.Remoting,
            Build = ProgramVersion.Current,
            Experiment = read.Name,
            Say = Say,
            Complete = () => Volatile.Write(ref complete, true),
        };
        try
        {
            return await ClusterRun.RunAsync(plans, settings, cluster, recorder, stop).ConfigureAwait(false);
        }
        catch (ListenException exception)
        {
            throw new InputException(exception.Message + ".");
        }
    }

    private static bool IsFree(NetworkPlan plan) => new MicrocircuitParameters(plan.Layers, plan.Options) is { IsFree: true, Staleness: > 0 };

    // What happens besides the results goes where errors go: the output stays what a script reads.
    private void Say(string line)
    {
        lock (error)
        {
            error.WriteLine($"palactors: {line}");
            error.Flush();
        }
    }

    private void Announce(Experiment read, IReadOnlyList<NetworkPlan> plans, OutputFolder folder)
    {
        string networks = plans.Count == 1 ? "1 network" : $"{plans.Count} networks";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{read.Name}: {networks} ({string.Join(", ", read.Selected)}), layers {string.Join("-", read.Layers)}, "
            + $"{read.Epochs} epochs, {plans[0].Schedule.EndTick} ticks each; results go to {folder.Path}"));
        if (plans.Any(IsFree))
            output.WriteLine("sync free: what comes out depends on the timing of messages; another run of the same will differ.");
        if (folder.Earlier.Finished.Count > 0)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{folder.Earlier.Finished.Count} of them were finished before; the others are run now."));
        if (folder.Earlier.Begun > 0)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{folder.Earlier.Begun} of them go{(folder.Earlier.Begun == 1 ? "es" : "")} on from a snapshot."));
        output.Flush();
    }

    private void Write(Experiment read, OutputFolder folder, IReadOnlyList<NetworkRecord> networks, double seconds)
    {
        ResultsFile.Write(folder.File(RunFiles.Results), read, networks, seconds);
        List<string> files = [RunFiles.Experiment, RunFiles.Metrics, RunFiles.Results, .. DrawingLibrary.Try("plots", () => RunPlots.Draw(folder.File, read.Name, networks), error)];
        if (networks.Any(network => network.Plan.Recordings.Length > 0))
        {
            ExportReport export = RecordingExport.Write(folder.Path, RecordingExport.Formats[0], folder.File(RecordingFiles.Hdf5));
            if (export.Damage.Count > 0)
                throw new RunFailedException($"{export.Damage[0]} Someone else changed the recording during the run; what is intact is in {export.Path}.");
            files.Add(RecordingFiles.Hdf5);
        }

        if (ExperimentTask.Get(read.Task).HasTeacher)
            MeasureTable.Print(output, MeasureSummary.Of(networks));
        else
            ResultTable.Print(output, ModelSummary.Of(networks));
        if (!networks.All(network => network.Outcome is { Completed: true }))
            output.WriteLine($"Stopped at tick {string.Join(", ", networks.Select(network => network.Tick).Distinct())}: these are the results so far. The same command with --out {ShellWord(folder.Path)} goes on.");
        output.WriteLine($"In {folder.Path}: {string.Join(", ", files)}");
        if (read.PaperEpochs > read.Epochs)
            output.WriteLine(PaperRun(read, networks));
        if (Digest)
            PrintDigests(read, networks);
    }

    /// <summary>Says that this was a short run, and how to do the long one.</summary>
    private string PaperRun(Experiment read, IReadOnlyList<NetworkRecord> networks)
    {
        string program = File.Exists(Path.Combine("Seed", "PalActors.Seed.csproj")) ? "dotnet run -c Release --project Seed --" : "palactors";
        IEnumerable<string> given = overrides.Where(change => change.Key is not ("epochs" or "ticks" or "placement")).Select(change => change.Option == "--set"
            ? $" --set {ShellWord($"{change.Key}={change.Value}")}"
            : $" {change.Option} {ShellWord(change.Value.Trim('[', ']'))}");
        double seconds = networks.Sum(network => network.Seconds), ticks = networks.Sum(network => (double)(network.Tick - network.FirstTick));
        // A run of an instant is mostly start-up and tells nothing about speed.
        string time = ticks > 0 && seconds > 1
            ? $" (about {Figures.Duration(PaperTicks(read, networks) * seconds / ticks)} per network at this speed)"
            : "";
        return $"This was a short run: {read.Epochs} of the paper's {read.PaperEpochs} epochs. The paper's run{time}:{Environment.NewLine}"
            + $"  {program} run {ShellWord(experiment)}{string.Concat(given)} --epochs {read.PaperEpochs}";
    }

    private static double PaperTicks(Experiment read, IReadOnlyList<NetworkRecord> networks)
    {
        Experiment paper = read with { Epochs = read.PaperEpochs!.Value, Ticks = null };
        NetworkPlan plan = networks[0].Plan;
        return ExperimentTask.ScheduleOf(paper, new MicrocircuitParameters(plan.Layers, plan.Options)).EndTick;
    }

    private void PrintDigests(Experiment read, IReadOnlyList<NetworkRecord> networks)
    {
        foreach (NetworkRecord network in networks)
        {
            if (network.Outcome is { Digest: { } digest })
            {
                string model = read.Selected.Count > 1 ? " " + network.Plan.Label : "";
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"digest {network.Plan.Seed} {digest}{model}"));
            }
        }
    }

    private static string ShellWord(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || "-_./,=+:".Contains(c)) ? text : $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
