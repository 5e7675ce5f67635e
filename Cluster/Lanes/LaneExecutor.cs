using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Akka.Dispatch;

namespace PalActors.Clustering.Lanes;

/// <summary>
/// Runs the mailboxes of a lane on one thread of its own. What the lane's actors cause themselves, nearly everything, goes through a plain queue that only this thread touches; what comes from elsewhere goes through
/// a concurrent one. So a frame between two areas costs no locked instruction here.
/// </summary>
/// <param name="id">Identity of the dispatcher.</param>
public sealed class LaneExecutor(string id) : ExecutorService(id)
{
    // A grant of the clock or a frame from another node is often a few microseconds away; going to sleep and waking up costs more.
    private const int Spins = 200;

    // Others are looked at after so many own runs at the latest.
    private const int Patience = 64;

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
        // The fence in here orders the look at the thread after the enqueueing.
        Wake();
        if (_thread is null)
            Start();
    }

    /// <summary>Ends the thread when it has run what is there. What comes later starts another one: a dispatcher whose last actor is gone shuts its executor down, and gets other actors with the next network.</summary>
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

    // The exchange orders this after the enqueueing, and the sleeper looks again after it has said that it sleeps: one of both sees the other.
    private void Wake()
    {
        if (Interlocked.Exchange(ref _sleeping, 0) == 1)
            _wake.Set();
    }

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
        bool goesOn = WaitForWork();
        LaneThread.HasWaited(since);
        return goesOn;
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
        // Whoever has already taken the flag back has released, too.
        if (Interlocked.Exchange(ref _sleeping, 0) == 0)
            _wake.WaitOne();
        return true;
    }

    // As with sleeping: first say it, then look again.
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

    [SuppressMessage("Design", "CA1031", Justification = "A mailbox handles its actor's failures; whatever else escapes must not end the lane.")]
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
