using System.Runtime.InteropServices;

namespace PalActors.Cli.Terminal;

/// <summary>Ctrl+C and SIGTERM.</summary>
/// <remarks>The first one asks a run to stop at a tick boundary, a second one ends the process at once.</remarks>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;
    private readonly Action<bool> _echoed;
    private int _code = ExitCodes.Interrupted;

    /// <summary>Listens from now on.</summary>
    /// <param name="echoed">Called at Ctrl+C, with true before a second one ends the process.</param>
    public StopSignals(Action<bool> echoed)
    {
        _echoed = echoed;
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, one => Stop(one, ExitCodes.Interrupted));
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, one => Stop(one, ExitCodes.Terminated));
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>The exit code of the process for that of its command: a stopped one has that of its signal.</summary>
    public int CodeOf(int result) => result == ExitCodes.Interrupted ? _code : result;

    /// <inheritdoc/>
    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _stop.Dispose();
    }

    private void Stop(PosixSignalContext context, int exitCode)
    {
        bool isLast = _stop.IsCancellationRequested;
        if (context.Signal == PosixSignal.SIGINT)
            _echoed(isLast);
        if (isLast)
            return;
        context.Cancel = true;
        _code = exitCode;
        _stop.Cancel();
    }
}
