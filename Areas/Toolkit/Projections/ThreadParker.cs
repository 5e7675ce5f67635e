namespace PalActors.Areas.Toolkit.Projections;

/// <summary>Lets one thread wait until a counter has come far enough.</summary>
/// <remarks>
/// The thread waits some 200 microseconds awake, since the next pass is mostly that near and waking up costs more; then
/// asleep.
/// </remarks>
internal sealed class ThreadParker
{
    // Looks at the counter some 70 ns apart: each pass is noticed so much later, by its helpers and by its caller.
    private const int Spins = 3000;

    private readonly SemaphoreSlim _wake = new(0);
    private int _asleep;

    /// <summary>Waits until <paramref name="counter"/> is at least <paramref name="reached"/>.</summary>
    public void WaitUntil(ref long counter, long reached)
    {
        while (true)
        {
            for (int spin = 0; spin < Spins; spin++)
            {
                if (Volatile.Read(ref counter) >= reached)
                    return;
                Thread.SpinWait(1);
            }

            // The exchange orders the second look at the counter after the flag that this thread sleeps. The counting
            // thread looks at the flag after counting, so one of both sees the other.
            Interlocked.Exchange(ref _asleep, 1);
            // A thread that has cleared the flag in between has also released the semaphore; take that release now.
            if (Volatile.Read(ref counter) < reached || Interlocked.Exchange(ref _asleep, 0) == 0)
                _wake.Wait();
        }
    }

    /// <summary>Wakes the thread if it sleeps.</summary>
    /// <remarks>To be called after an interlocked operation has changed the counter.</remarks>
    public void Wake()
    {
        if (Volatile.Read(ref _asleep) == 1 && Interlocked.Exchange(ref _asleep, 0) == 1)
            _wake.Release();
    }
}
