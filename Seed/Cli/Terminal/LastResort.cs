namespace PalActors.Cli.Terminal;

/// <summary>Ends the process if a command that has to end does not.</summary>
/// <remarks>Threads of a run that hang, in a file system that is away or in a cell model, would keep it.</remarks>
/// <param name="log">Receives the reason.</param>
internal sealed class LastResort(ProgramLog log) : IDisposable
{
    // More than a run takes to end in order.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private readonly ManualResetEventSlim _over = new();

    /// <summary>Gives the command time to end by itself.</summary>
    /// <param name="reason">The reason for which it has to end.</param>
    public void Arm(string reason)
    {
        Thread thread = new(() => Wait(reason)) { IsBackground = true, Name = "last resort" };
        thread.Start();
    }

    /// <summary>Marks the end of the command.</summary>
    public void Dispose() => _over.Set();

    private void Wait(string reason)
    {
        if (_over.Wait(s_patience))
            return;
        log.Problem($"{reason}; this process does not end by itself");
        Environment.Exit(ExitCodes.Failed);
    }
}
