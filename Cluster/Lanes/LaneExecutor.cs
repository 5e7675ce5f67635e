using System.Collections.Concurrent;
using Akka.Dispatch;
using Akka.Event;
using PalActors.Areas.Actors;

namespace PalActors.Clustering.Lanes;

/// <summary>Runs the mailboxes of a lane, one at a time.</summary>
/// <remarks>
/// Runs that the lane's own actors cause, nearly all, go through a plain queue that only the thread touches that has
/// the lane; runs from elsewhere go through a concurrent one. So a message between two areas costs no locked
/// instruction here. The lane has a thread of its own; where that is idle a visitor may have the lane
/// (<see cref="LaneVisit"/>).
/// </remarks>
/// <param name="id">Identity of the dispatcher.</param>
/// <param name="log">Receives what fails besides actors; null in tests.</param>
public sealed partial class LaneExecutor(string id, EventStream? log = null) : ExecutorService(id)
{
    private readonly ConcurrentQueue<IRunnable> _others = new();
    private readonly LaneRing<IRunnable> _own = new();
    private readonly Lane _lane = new();
    private readonly AutoResetEvent _wake = new(false);
    private readonly Lock _starting = new();
    private volatile Thread? _thread;
    private int _owner = (int)Owner.Thread;
    private int _sleeping;
    private volatile bool _stopped;

    private enum Owner
    {
        None,
        Thread,
        Visitor,
    }

    /// <inheritdoc/>
    public override void Execute(IRunnable run)
    {
        if (ReferenceEquals(Lane.Current, _lane))
        {
            _own.Enqueue(run);
            return;
        }

        if (LaneVisit.Takes(this, run))
            return;
        _others.Enqueue(run);
        // The fence in Wake orders the read of _thread after the enqueueing.
        Wake();
        if (_thread is null)
            Start();
    }

    /// <summary>Ends the thread when it has run everything that is queued.</summary>
    /// <remarks>
    /// Later runs start another thread: a dispatcher whose last actor is gone shuts its executor down, and gets other
    /// actors with the next network.
    /// </remarks>
    public override void Shutdown()
    {
        _stopped = true;
        Wake();
    }

    /// <summary>Gives the lane to a visitor if nobody has it; <see cref="Visit"/> must follow.</summary>
    internal bool TryReserve() => TryTake(Owner.Visitor);

    /// <summary>Runs what there is on the visitor's thread, up to a limit.</summary>
    internal void Visit(IRunnable first)
    {
        _lane.Enter();
        Run(first);
        RunQueued(Patience);
        Free();
        if (!_others.IsEmpty || !_own.IsEmpty || _stopped)
            Wake();
    }

    private void Start()
    {
        lock (_starting)
        {
            if (_thread is not null)
                return;
            _stopped = false;
            Thread thread = new(Loop) { IsBackground = true, Name = Id };
            _thread = thread;
            thread.Start();
        }
    }

    private bool TryTake(Owner owner) =>
        Interlocked.CompareExchange(ref _owner, (int)owner, (int)Owner.None) == (int)Owner.None;

    private void Free()
    {
        _lane.Leave();
        Interlocked.Exchange(ref _owner, (int)Owner.None);
    }

    // The fence orders this after the enqueueing, and the sleeper looks at the queues again after it has set the flag:
    // at least one of them sees the other. A visitor looks at the queues again when it has left.
    private void Wake()
    {
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _owner) != (int)Owner.Visitor && Interlocked.Exchange(ref _sleeping, 0) == 1)
            _wake.Set();
    }
}
