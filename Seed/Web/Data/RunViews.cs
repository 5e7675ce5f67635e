using System.Diagnostics;
using PalActors.Web.Charts;

namespace PalActors.Web.Data;

/// <summary>All that the pages show: runs side by side, or a sweep.</summary>
/// <remarks>
/// However many pages are open, what is new is taken in at most once in <see cref="s_pause"/>; without a page, never.
/// </remarks>
/// <param name="runs">The runs.</param>
/// <param name="sweeps">The sweeps and studies.</param>
internal sealed class RunViews(IReadOnlyList<ViewedRun> runs, IReadOnlyList<ViewedSweep> sweeps)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(800);

    private readonly Lock _lock = new();
    private readonly List<ViewedRun> _runs = [.. runs];
    private readonly TaskCompletionSource _hasContent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IReadOnlyList<Figure>? _curves;
    private int _count = -1;
    private long _looked;

    /// <summary>The runs; a live one comes when its networks start.</summary>
    public IReadOnlyList<ViewedRun> Runs
    {
        get
        {
            lock (_lock)
                return [.. _runs];
        }
    }

    /// <summary>The sweeps and studies.</summary>
    public IReadOnlyList<ViewedSweep> Sweeps => sweeps;

    /// <summary>Completed when there is something to show.</summary>
    public Task HasContent => runs.Count + sweeps.Count > 0 ? Task.CompletedTask : _hasContent.Task;

    /// <summary>Adds a run.</summary>
    public void Add(ViewedRun run)
    {
        lock (_lock)
            _runs.Add(run);
        _hasContent.TrySetResult();
    }

    /// <summary>Takes in what is new, unless another page has just done so.</summary>
    public void Refresh()
    {
        if (!_lock.TryEnter())
            return;
        try
        {
            if (_looked != 0 && Stopwatch.GetElapsedTime(_looked) < s_pause)
                return;
            foreach (ViewedRun run in _runs)
                run.Refresh();
            foreach (ViewedSweep sweep in sweeps)
                sweep.Refresh();
            _looked = Stopwatch.GetTimestamp();
        }
        finally
        {
            _lock.Exit();
        }
    }

    /// <summary>Figures of all measures against epoch; the same object until there are new values.</summary>
    public IReadOnlyList<Figure> Curves()
    {
        lock (_lock)
        {
            int count = _runs.Sum(run => run.Networks.Sum(
                network => network.Count + (network.Outcome is null ? 0 : 1)));
            if (_curves is null || count != _count)
                (_curves, _count) = (CurveFigures.Of(_runs), count);
            return _curves;
        }
    }
}
