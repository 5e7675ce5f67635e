using System.Globalization;
using PalActors.Cli.Progress;
using PalActors.Cli.Terminal;
using PalActors.Clustering.Reports;
using PalActors.Lab.Results;
using PalActors.Lab.Runs;
using PalActors.Messages.Control;

namespace PalActors.Cli.Reports;

/// <summary>Shows a run: results on the output, notes and events on the error stream.</summary>
/// <param name="output">Receives results.</param>
/// <param name="log">Receives notes and events; the output stays what a script reads.</param>
/// <param name="report">Words start and end of the run.</param>
/// <param name="isQuiet">Whether only the result is shown.</param>
internal sealed class RunConsole(TextWriter output, ProgramLog log, RunReport report, bool isQuiet)
    : RunListener, IDisposable
{
    private readonly LastResort _lastResort = new(log);
    private string _pages = "";

    /// <summary>Status of the run, which tells of its nodes.</summary>
    public RunStatus? Status { get; init; }

    /// <inheritdoc/>
    public override void Note(string text) => log.Note(text);

    /// <inheritdoc/>
    public override void Event(string text) => log.Event(text);

    /// <inheritdoc/>
    public override void Event(string text, EventSubject subject) => log.Event(text, subject);

    /// <summary>Takes the line with the address of the run's pages, and tells it.</summary>
    public void Dashboard(string text)
    {
        _pages = text;
        Event(text);
    }

    /// <inheritdoc/>
    public override void FolderLost(string text) => _lastResort.Arm(text);

    /// <inheritdoc/>
    public void Dispose() => _lastResort.Dispose();

    /// <inheritdoc/>
    public override void Begin(RunStart start)
    {
        log.Hold("role", "seed");
        log.Hold("run", start.Folder);
        if (isQuiet)
            return;
        if (_pages.Length == 0)
        {
            string view = $"palactors view {CommandText.Word(start.Folder)}";
            _pages = $"'{view}' shows this run in a browser; with --dashboard a run does so itself";
        }

        report.Announce(start);
    }

    /// <inheritdoc/>
    public override void Listening(int nodes, string host, int port) => Event(string.Create(
        CultureInfo.InvariantCulture,
        $"seed at {host}:{port}; waiting for {nodes} node{(nodes == 1 ? "" : "s")}: "
        + $"palactors node --join {host}:{port}"));

    /// <inheritdoc/>
    public override Task WatchAsync(IReadOnlyList<NetworkRecord> networks, Task run)
    {
        if (isQuiet)
            return Task.CompletedTask;
        _ = LongRun.TellAsync(run, () => Note(_pages));
        return RunProgress.ShowAsync(output, networks, run, log, Status);
    }

    /// <inheritdoc/>
    public override void ReadingOut(string network)
    {
        if (!isQuiet)
            output.WriteLine($"reading out {network}");
    }

    /// <inheritdoc/>
    public override void End(RunResult result)
    {
        if (result.WasComplete && !isQuiet)
        {
            string state = result.Diverged.Any() ? "has ended" : "is complete";
            output.WriteLine($"{result.Experiment.Name}: the run in {result.Folder} {state}; this is its result.");
        }

        ReadOutTable.Print(output, result.ReadOuts);
        report.Conclude(result);
        output.Flush();
    }

    /// <summary>Names the networks that diverged and what is missing, and gives the exit code.</summary>
    public int Conclude(RunResult result)
    {
        foreach (NetworkRecord network in result.Diverged)
        {
            Divergence divergence = network.Divergence!;
            EventSubject subject = new()
            {
                IsWarning = true,
                Network = Figures.Name(network.Plan),
                Area = network.Plan.Graph.Name(divergence.Area),
            };
            Event(DivergenceText.Line(network.Plan, network.Cells, divergence), subject);
        }

        if (result.Unwritten.Count > 0)
        {
            Event(
                $"{result.Folder}: missing are {string.Join(", ", result.Unwritten)}; the other results are there, "
                + $"and 'palactors resume {CommandText.Word(result.Folder)}' writes what is missing");
            return ExitCodes.Failed;
        }

        return !result.HasEnded ? ExitCodes.Interrupted
            : result.Diverged.Any() ? ExitCodes.Failed
            : ExitCodes.Success;
    }
}
