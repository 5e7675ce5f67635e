using System.Runtime.ExceptionServices;

namespace PalActors.Areas.Toolkit.Projections;

/// <summary>Team of helper threads that share the parts of a pass with the calling thread.</summary>
/// <remarks>
/// <para>Each thread begins with its own share of the parts, the same in every pass, so that the rows stay in the cache
/// of its core; then it takes parts that no other thread has begun. So a pass waits only for parts that are being
/// worked on, never for a helper thread that is asleep or has lost its core before it began one.</para>
/// <para>Any number of threads may call. A pass has the team for itself; a caller that finds the team taken does all
/// parts alone, and so does a part that calls in turn. Nothing is allocated per pass.</para>
/// <para>How it works: <c>_pass</c> numbers the passes. The slot of a part is first open (2 pass) and then taken
/// (2 pass + 1). A late helper, with the number of a pass that is over, finds no slot open with that number. A claimed
/// part keeps the pass alive, so its fields stay valid until that part is done.</para>
/// </remarks>
internal sealed partial class RowTeam : IDisposable
{
    /// <summary>Largest number of parts of a pass.</summary>
    public const int MostParts = 4 * RowSplit.MostThreads;

    private static readonly Dictionary<int, RowTeam> s_teams = [];

    private readonly ThreadParker[] _helpers;
    private readonly ThreadParker _caller = new();
    private readonly long[] _slots = new long[MostParts];
    private int _taken;
    private long _pass;
    private long _finished;
    private IRowWork? _work;
    private int _parts;
    private int _left;
    private Exception? _error;
    private volatile bool _stopped;

    /// <summary>Creates a team and starts its helper threads, which sleep until there is work.</summary>
    /// <param name="threads">
    /// Number of threads of a pass, the calling one included: 1 to <see cref="RowSplit.MostThreads"/>.
    /// </param>
    public RowTeam(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threads, RowSplit.MostThreads);
        Threads = threads;
        _helpers = new ThreadParker[threads - 1];
        for (int i = 0; i < _helpers.Length; i++)
        {
            int helper = i;
            _helpers[i] = new ThreadParker();
            new Thread(() => Help(helper)) { IsBackground = true, Name = $"rows-{threads}-{helper + 1}" }.Start();
        }
    }

    /// <summary>Number of threads of a pass, the calling one included.</summary>
    public int Threads { get; }

    /// <summary>Gets the team of the process with so many threads.</summary>
    /// <remarks>
    /// It is made at the first call and lasts as long as the process: idle, it costs nothing but its threads' stacks.
    /// </remarks>
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
    /// <remarks>
    /// An exception of a part is thrown here, the first of several; the other parts may or may not have been done.
    /// </remarks>
    /// <param name="work">Work of a part.</param>
    /// <param name="parts">Number of parts, 1 to <see cref="MostParts"/>.</param>
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
        foreach (ThreadParker helper in _helpers)
            helper.Wake();
        Share(pass, 0);
        _caller.WaitUntil(ref _finished, pass);
        Exception? error = _error;
        (_work, _error) = (null, null);
        Volatile.Write(ref _taken, 0);
        if (error is not null)
            ExceptionDispatchInfo.Throw(error);
    }

    /// <summary>Ends the helper threads, after the pass they may be working on.</summary>
    /// <remarks>A later caller does all parts alone.</remarks>
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
        foreach (ThreadParker helper in _helpers)
            helper.Wake();
    }
}
