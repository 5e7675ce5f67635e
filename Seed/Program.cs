using System.Runtime.InteropServices;
using PalActors.Seed;

// The first Ctrl+C (or SIGTERM) asks the run to stop at a tick boundary and to write what it has; a second one ends the process at once.
using CancellationTokenSource stop = new();
int code = ExitCodes.Interrupted;
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, ExitCodes.Interrupted));
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, ExitCodes.Terminated));
int result = await CommandLine.InvokeAsync(args, Console.Out, Console.Error, stop.Token);
return result == ExitCodes.Interrupted ? code : result;

void Stop(PosixSignalContext context, int exitCode)
{
    if (stop.IsCancellationRequested)
        return;
    context.Cancel = true;
    code = exitCode;
    stop.Cancel();
}
