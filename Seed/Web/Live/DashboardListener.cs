using PalActors.Areas.Contract.Models;
using PalActors.Lab.Results;
using PalActors.Lab.Runs;
using PalActors.Messages.Control;
using PalActors.Web.Data;

namespace PalActors.Web.Live;

/// <summary>Shows a run on pages, besides what another listener does with it.</summary>
/// <param name="inner">The other listener.</param>
/// <param name="models">The cell models.</param>
/// <param name="views">The pages' data.</param>
internal sealed class DashboardListener(RunListener inner, ModelRegistry models, RunViews views) : RunListener
{
    private readonly TimeLine _timeLine = new();
    private RunStart? _start;
    private LiveRun? _run;

    /// <inheritdoc/>
    public override void Note(string text) => inner.Note(text);

    /// <inheritdoc/>
    public override void Event(string text)
    {
        inner.Event(text);
        Tell(text);
    }

    /// <inheritdoc/>
    public override void Event(string text, EventSubject subject)
    {
        inner.Event(text, subject);
        Tell(text, subject.IsLoss ? RunEventKind.Loss : RunEventKind.Other);
    }

    /// <inheritdoc/>
    public override void SnapshotKept(NetworkRecord network, long tick)
    {
        inner.SnapshotKept(network, tick);
        _timeLine.AddSnapshot(network, tick);
    }

    /// <inheritdoc/>
    public override void FolderLost(string text)
    {
        inner.FolderLost(text);
        Tell(text, RunEventKind.Loss);
    }

    /// <inheritdoc/>
    public override void Begin(RunStart start)
    {
        inner.Begin(start);
        _start = start;
    }

    /// <inheritdoc/>
    public override void Listening(int nodes, string host, int port) => inner.Listening(nodes, host, port);

    /// <inheritdoc/>
    public override Task WatchAsync(IReadOnlyList<NetworkRecord> networks, Task run)
    {
        RunStart start = _start!;
        LiveRun live = new(start, networks, new StoredSamples(models, start.Folder), _timeLine);
        Volatile.Write(ref _run, live);
        views.Add(live);
        Tell("the run begins");
        return inner.WatchAsync(networks, run);
    }

    /// <inheritdoc/>
    public override bool WantsState(int network) => Volatile.Read(ref _run)?.WantsState(network) == true;

    /// <inheritdoc/>
    public override void State(int network, AreaState state) => Volatile.Read(ref _run)?.Take(network, state);

    /// <inheritdoc/>
    public override void ReadingOut(string network) => inner.ReadingOut(network);

    /// <inheritdoc/>
    public override void End(RunResult result)
    {
        foreach (NetworkRecord network in result.Diverged)
            Tell(DivergenceText.Line(network.Plan, network.Cells, network.Divergence!), RunEventKind.Loss);
        Tell(result.HasEnded ? "the run has ended" : "the run was stopped");
        if (_run is null && result.WasComplete)
            views.Add(FolderRun.Open(models, result.Folder));
        _run?.End();
        inner.End(result);
    }

    private void Tell(string text, RunEventKind kind = RunEventKind.Other) =>
        _timeLine.Add(new RunEvent(DateTimeOffset.Now, text, kind));
}
