using System.Diagnostics.CodeAnalysis;

namespace PalActors.Areas.Toolkit.Projections;

/// <content>Parts of a pass, as each thread takes them.</content>
internal sealed partial class RowTeam
{
    private void Help(int helper)
    {
        ThreadParker parker = _helpers[helper];
        long pass = 0;
        while (true)
        {
            // Skip passes that were done without this thread.
            parker.WaitUntil(ref _pass, pass + 1);
            pass = Volatile.Read(ref _pass);
            if (_stopped)
                return;
            Share(pass, helper + 1);
        }
    }

    private void Share(long pass, int thread)
    {
        int parts = Volatile.Read(ref _parts);
        int own = thread * parts / Threads;
        for (int i = 0; i < parts; i++)
        {
            int part = own + i < parts ? own + i : own + i - parts;
            if (Volatile.Read(ref _slots[part]) == 2 * pass
                && Interlocked.CompareExchange(ref _slots[part], (2 * pass) + 1, 2 * pass) == 2 * pass)
            {
                Do(pass, part);
            }
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "It is thrown again on the thread that called for the pass.")]
    private void Do(long pass, int part)
    {
        try
        {
            _work!.Run(part, _parts);
        }
        catch (Exception error)
        {
            Interlocked.CompareExchange(ref _error, error, null);
        }

        if (Interlocked.Decrement(ref _left) != 0)
            return;
        Interlocked.Exchange(ref _finished, pass);
        _caller.Wake();
    }
}
