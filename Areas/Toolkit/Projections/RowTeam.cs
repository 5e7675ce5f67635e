using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace PalActors.Areas.Toolkit.Projections;

/// <summary>
/// A few helper threads that share the parts of a pass with the thread that asks for it. Each thread begins with its own share of the parts, the same in every pass, so that the rows stay in its core's cache; then it takes what
/// others have not begun. So a pass waits for no helper that is asleep or has lost its core, only for parts that one is at.
/// </summary>
/// <remarks>
/// <para>Any number of threads may ask. A pass has the team for itself; who finds it taken does all parts alone, and so does a part that asks in turn. Nothing is allocated per pass.</para>
/// <para>How it works: <c>_pass</c> numbers the passes. A part is open (2 pass) and then taken (2 pass + 1) in its slot; a helper that comes too late, with the number of a pass that is over, finds none open with that
/// number. Who has taken a part knows that the pass lasts until he has done it, so what he reads of the pass after that is this pass's.</para>
/// </remarks>
internal sealed class RowTeam : IDisposable
{
    /// <summary>Parts of a pass at most.</summary>
    public const int MostParts = 4 * RowSplit.MostThreads;

    private static readonly Dictionary<int, RowTeam> s_teams = [];

    private readonly ThreadRest[] _helpers;
    private readonly ThreadRest _caller = new();
    private readonly long[] _slots = new long[MostParts];
    private int _taken;
    private long _pass;
    private long _finished;
    private IRowWork? _work;
    private int _parts;
    private int _left;
    private Exception? _error;
    private volatile bool _stopped;

    /// <summary>Starts the helpers; they sleep until there is something to do.</summary>
    /// <param name="threads">Threads of a pass, the one that asks included: 1 to <see cref="RowSplit.MostThreads"/>.</param>
    public RowTeam(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threads, RowSplit.MostThreads);
        Threads = threads;
        _helpers = new ThreadRest[threads - 1];
        for (int i = 0; i < _helpers.Length; i++)
        {
            int helper = i;
            _helpers[i] = new ThreadRest();
            new Thread(() => Help(helper)) { IsBackground = true, Name = $"rows-{threads}-{helper + 1}" }.Start();
        }
    }

    /// <summary>Threads of a pass, the one that asks included.</summary>
    public int Threads { get; }

    /// <summary>The process's team of so many threads. It is made when it is first asked for, and lasts as long as the process: idle, it costs nothing but its threads' stacks.</summary>
    public static RowTeam Of(int threads)
    {
        lock (s_teams)
        {
            if (!s_teams.TryGetValue(threads, out RowTeam? team))
                s_teams.Add(threads, team = new RowTeam(threads));
            return team;
        }
    }

    /// <summary>Does all parts of a pass and returns when all are done.</summary>
    /// <param name="work">What a part does.</param>
    /// <param name="parts">1 to <see cref="MostParts"/>.</param>
    /// <remarks>What a part throws comes out here, the first of several; the other parts may or may not have been done.</remarks>
    public void Run(IRowWork work, int parts)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(parts, MostParts);
        if (parts < 2 || _helpers.Length == 0 || Interlocked.CompareExchange(ref _taken, 1, 0) != 0)
        {
            for (int part = 0; part < parts; part++)
                work.Run(part, parts);
            return;
        }

        long pass = _pass + 1;
        (_work, _parts, _left) = (work, parts, parts);
        for (int part = 0; part < parts; part++)
            Volatile.Write(ref _slots[part], 2 * pass);
        Interlocked.Exchange(ref _pass, pass);
        foreach (ThreadRest helper in _helpers)
            helper.Wake();
        Share(pass, 0);
        _caller.Until(ref _finished, pass);
        Exception? error = _error;
        (_work, _error) = (null, null);
        Volatile.Write(ref _taken, 0);
        if (error is not null)
            ExceptionDispatchInfo.Throw(error);
    }

    /// <summary>Ends the helpers, after the pass they may be at. Whoever still asks does all parts alone.</summary>
    public void Dispose()
    {
        SpinWait wait = default;
        while (Interlocked.CompareExchange(ref _taken, 1, 0) != 0)
        {
            if (_stopped)
                return;
            wait.SpinOnce();
        }

        _stopped = true;
        Interlocked.Increment(ref _pass);
        foreach (ThreadRest helper in _helpers)
            helper.Wake();
    }

    private void Help(int helper)
    {
        ThreadRest rest = _helpers[helper];
        long pass = 0;
        while (true)
        {
            // Passes that others did without this helper are skipped.
            rest.Until(ref _pass, pass + 1);
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
            if (Volatile.Read(ref _slots[part]) == 2 * pass && Interlocked.CompareExchange(ref _slots[part], (2 * pass) + 1, 2 * pass) == 2 * pass)
                Do(pass, part);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever it is, it is thrown on the thread that asked for the pass.")]
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
