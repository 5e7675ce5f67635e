namespace PalActors.Areas.Toolkit.Projections;

/// <summary>Where one thread waits until a counter has come far enough: a few microseconds awake, since the next pass is mostly that near and waking up costs more; then asleep.</summary>
internal sealed class ThreadRest
{
    private const int Spins = 200;

    private readonly SemaphoreSlim _wake = new(0);
    private int _asleep;

    /// <summary>Waits until <paramref name="counter"/> is at least <paramref name="reached"/>.</summary>
    public void Until(ref long counter, long reached)
    {
        while (true)
        {
            for (int spin = 0; spin < Spins; spin++)
            {
                if (Volatile.Read(ref counter) >= reached)
                    return;
                Thread.SpinWait(10);
            }

            // The exchange orders the second look after the word that this thread sleeps, and who counts looks at that after counting: one of both sees the other.
            Interlocked.Exchange(ref _asleep, 1);
            // Whoever has taken the word back in between has released, too, and that must not be left for the next time.
            if (Volatile.Read(ref counter) < reached || Interlocked.Exchange(ref _asleep, 0) == 0)
                _wake.Wait();
        }
    }

    /// <summary>Wakes the thread if it sleeps. To be called after the counter was changed by an interlocked operation.</summary>
    public void Wake()
    {
        if (Volatile.Read(ref _asleep) == 1 && Interlocked.Exchange(ref _asleep, 0) == 1)
            _wake.Release();
    }
}
