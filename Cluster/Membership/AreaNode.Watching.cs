using System.Diagnostics;
using PalActors.Clustering.Remoting;

namespace PalActors.Clustering.Membership;

/// <content>Watching a session, and explaining why no seed answers.</content>
public sealed partial class AreaNode
{
    // Waits for the end of the session, reports from time to time what it waits for, and gives up in time.
    private async Task<SessionEnd> WatchAsync(Task<SessionEnd> end)
    {
        Stopwatch looking = Stopwatch.StartNew(), enrolled = new();
        TimeSpan next = s_explainEvery;
        while (true)
        {
            await Task.WhenAny(end, Task.Delay(TimeSpan.FromMilliseconds(200))).ConfigureAwait(false);
            if (end.IsCompleted)
                return await end.ConfigureAwait(false);
            switch (State)
            {
                case SessionState.Joined:
                    _sinceSeed.Restart();
                    break;
                case SessionState.Enrolled:
                    enrolled.Start();
                    if (enrolled.Elapsed > s_joinLimit)
                    {
                        return new SessionEnd(
                            SessionEndKind.SeedLost,
                            $"the seed answers, but cannot reach this node at {options.Remoting.Host}; "
                                + "valid is an address or a name under which it can");
                    }

                    break;
                default:
                    if (_sinceSeed.Elapsed >= options.GiveUpAfter)
                        return new SessionEnd(SessionEndKind.SeedLost, "no seed answered");
                    if (looking.Elapsed >= next)
                    {
                        next = looking.Elapsed + s_explainEvery;
                        string line = $"no seed yet: {await ExplainAsync().ConfigureAwait(false)}; trying on";
                        // One that stays may wait for days.
                        if (options.Stays)
                            SayNew(line);
                        else
                            say(line);
                    }

                    break;
            }
        }
    }

    private void Hint(NodeAddress name)
    {
        Volatile.Write(ref _named, name);
        SayNew(SeedLookup.KnownAs(options.SeedHost, options.SeedPort, name));
    }

    private Task<string> ExplainAsync() => SeedLookup.ExplainAsync(
        options.SeedHost, options.SeedPort, options.Remoting.Tls is not null, Volatile.Read(ref _named));

    // Repeats no line that was the last one: it is still true.
    private void SayNew(string line)
    {
        if (Interlocked.Exchange(ref _said, line) != line)
            say(line);
    }
}
