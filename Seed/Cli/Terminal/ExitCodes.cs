namespace PalActors.Cli.Terminal;

/// <summary>Exit codes of the process.</summary>
internal static class ExitCodes
{
    /// <summary>Success.</summary>
    public const int Success = 0;

    /// <summary>A run failed, or a trace or a curve deviates.</summary>
    public const int Failed = 1;

    /// <summary>Bad input: a file, a key, an option or an output folder.</summary>
    public const int BadInput = 2;

    /// <summary>Stopped by Ctrl+C at a tick boundary; the results so far are written.</summary>
    public const int Interrupted = 130;

    /// <summary>Stopped by SIGTERM, likewise.</summary>
    public const int Terminated = 143;
}
