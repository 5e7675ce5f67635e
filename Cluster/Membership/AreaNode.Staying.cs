using System.Diagnostics;

namespace PalActors.Clustering.Membership;

/// <content>A node that stays waits for the next run.</content>
public sealed partial class AreaNode
{
    private readonly RestTimes _rests = new();
    private readonly Stopwatch _sinceRest = Stopwatch.StartNew();

    // Rests after an end that the seed gave; returns the end of this node, or null if it goes on.
    private async Task<SessionEnd?> RestAsync(SessionEnd end, CancellationToken stop)
    {
        TimeSpan rest = _rests.After(
            end.Kind, isFirst: State != SessionState.Looking || _sinceRest.Elapsed > RestTimes.Longest);
        Enter(SessionState.Looking);
        if (end.Kind != SessionEndKind.Refused)
            _sinceSeed.Restart();
        TimeSpan left = options.GiveUpAfter - _sinceSeed.Elapsed;
        if (left <= TimeSpan.Zero)
            return end;
        SayNew(end.Kind switch
        {
            SessionEndKind.Refused => $"refused: {end.Reason}; asking again every {RestTimes.Longest.TotalSeconds} s",
            SessionEndKind.RunFailed => $"the run failed: {end.Reason.TrimEnd('.')}; waiting for the next one",
            _ => $"{end.Reason}; waiting for the next one",
        });
        // WhenAny, since being stopped is no error.
        await Task.WhenAny(Task.Delay(left < rest ? left : rest, stop)).ConfigureAwait(false);
        _sinceRest.Restart();
        return stop.IsCancellationRequested ? new SessionEnd(SessionEndKind.Stopped, "stopped") : null;
    }
}
