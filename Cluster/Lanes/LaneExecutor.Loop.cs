using System.Diagnostics.CodeAnalysis;
using Akka.Dispatch;
using Akka.Event;

namespace PalActors.Clustering.Lanes;

/// <content>The loop of the lane's own thread, and its waiting.</content>
public sealed partial class LaneExecutor
{
    // A grant of the clock or a frame from another node is often a few microseconds away; going to sleep and waking up
    // costs more.
    private const int Spins = 200;

    // Largest number of own runs before the queue of the others is looked at; the thread's rounds have no end.
    private const int Patience = 64;

    private bool HasWork => !_others.IsEmpty || !_own.IsEmpty;

    // The thread begins as the owner, and has the lane between two waits.
    private void Loop()
    {
        do
        {
            _lane.Enter();
            while (RunQueued(Patience))
            {
            }
        }
        while (Wait());
    }

    // Runs at most so many of the lane's own runs and one of the others; returns false once there is nothing to run.
    private bool RunQueued(int most)
    {
        for (; most > 0 && _own.TryDequeue(out IRunnable? run); most--)
            Run(run);
        if (_others.TryDequeue(out IRunnable? other))
            Run(other);
        return HasWork;
    }

    // Returns true if the thread has the lane again, false if it is to end.
    private bool Wait()
    {
        Free();
        for (int spin = 0; spin < Spins && Volatile.Read(ref _owner) == (int)Owner.None; spin++)
        {
            if (HasWork && TryTake(Owner.Thread))
                return true;
            Thread.SpinWait(10);
        }

        while (true)
        {
            Sleep();
            if (!TryTake(Owner.Thread))
                continue;
            if (!_stopped || HasWork || !Leave())
                return true;
            return false;
        }
    }

    private void Sleep()
    {
        Interlocked.Exchange(ref _sleeping, 1);
        bool isIdle = !HasWork && !_stopped || Volatile.Read(ref _owner) == (int)Owner.Visitor;
        // A flag that is already cleared means that Wake has set the event, or is about to.
        if (isIdle || Interlocked.Exchange(ref _sleeping, 0) == 0)
            _wake.WaitOne();
    }

    // Returns false if runs came meanwhile. As with sleeping: first set the state, then look at the queue again. The
    // thread that ends stays the owner, so nobody visits until there is another one.
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
    private void Run(IRunnable run)
    {
        try
        {
            run.Run();
        }
        catch (Exception error)
        {
            log?.Publish(new Error(error, Id, typeof(LaneExecutor), $"a task of {Id} failed: {error}"));
        }
    }
}
