using System.Collections.Concurrent;
using Akka.Dispatch;

namespace PalActors.Clustering.Lanes;

/// <summary>Runs the mailboxes of a lane on one thread of its own.</summary>
/// <remarks>
/// Runs that the lane's own actors cause, nearly all, go through a plain queue that only this thread touches; runs from
/// elsewhere go through a concurrent one. So a frame between two areas costs no locked instruction here.
/// </remarks>
/// <param name="id">Identity of the dispatcher.</param>
public sealed partial class LaneExecutor(string id) : ExecutorService(id)
{
    private readonly ConcurrentQueue<IRunnable> _others = new();
    private readonly LaneRing<IRunnable> _own = new();
    private readonly AutoResetEvent _wake = new(false);
    private readonly Lock _starting = new();
    private volatile Thread? _thread;
    private int _sleeping;
    private volatile bool _stopped;

    /// <inheritdoc/>
    public override void Execute(IRunnable run)
    {
        if (ReferenceEquals(Thread.CurrentThread, _thread))
        {
            _own.Enqueue(run);
            return;
        }

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

    // The exchange orders this after the enqueueing, and the sleeper looks at the queue again after it has set the
    // flag: at least one of them sees the other.
    private void Wake()
    {
        if (Interlocked.Exchange(ref _sleeping, 0) == 1)
            _wake.Set();
    }
}
