using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Akka.Dispatch;

namespace PalActors.Clustering.Lanes;

/// <content>The loop of the lane's thread, and its waiting.</content>
public sealed partial class LaneExecutor
{
    // A grant of the clock or a frame from another node is often a few microseconds away; going to sleep and waking up
    // costs more.
    private const int Spins = 200;

    // Largest number of own runs before the queue of the others is looked at.
    private const int Patience = 64;

    private void Loop()
    {
        LaneThread.Enter();
        int patience = Patience;
        while (true)
        {
            if (patience > 0 && _own.TryDequeue(out IRunnable? run))
            {
                patience--;
                Run(run);
                continue;
            }

            patience = Patience;
            if (_others.TryDequeue(out run))
                Run(run);
            else if (_own.IsEmpty && !Wait(Stopwatch.GetTimestamp()))
                return;
        }
    }

    private bool Wait(long since)
    {
        bool continues = WaitForWork();
        LaneThread.AddIdle(since);
        return continues;
    }

    private bool WaitForWork()
    {
        for (int spin = 0; spin < Spins; spin++)
        {
            if (!_others.IsEmpty)
                return true;
            Thread.SpinWait(10);
        }

        Interlocked.Exchange(ref _sleeping, 1);
        if (_others.IsEmpty && !_stopped)
        {
            _wake.WaitOne();
            return true;
        }

        if (_stopped && Leave())
            return false;
        // A flag that is already cleared means that Wake has set the event, or is about to.
        if (Interlocked.Exchange(ref _sleeping, 0) == 0)
            _wake.WaitOne();
        return true;
    }

    // Returns false if runs came meanwhile. As with sleeping: first set the state, then look at the queue again.
    private bool Leave()
    {
        lock (_starting)
        {
            Thread? self = _thread;
            _thread = null;
            Interlocked.MemoryBarrier();
            if (_others.IsEmpty)
                return true;
            _thread = self;
            return false;
        }
    }

    [SuppressMessage(
        "Design",
        "CA1031",
        Justification = "A mailbox handles its actor's failures; whatever else escapes must not end the lane.")]
    private static void Run(IRunnable run)
    {
        try
        {
            run.Run();
        }
        catch (Exception error)
        {
            Console.Error.WriteLine($"palactors: a lane's task failed: {error}");
        }
    }
}
