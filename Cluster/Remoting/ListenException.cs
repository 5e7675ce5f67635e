namespace PalActors.Clustering.Remoting;

/// <summary>Failure of a node to listen at its address.</summary>
public sealed class ListenException(string message, Exception cause) : Exception(message, cause)
{
    /// <summary>True if it is the port for frames that cannot be had.</summary>
    public bool IsForFrames { get; private init; }

    /// <summary>Makes the failure from the innermost of an actor system's nested failures.</summary>
    internal static ListenException At(RemotingOptions options, Exception failure, bool isForFrames = false)
    {
        int port = isForFrames ? options.FramePort : options.Port;
        Exception innermost = failure;
        while (Inner(innermost) is { } inner)
            innermost = inner;
        return new ListenException(
            $"cannot listen at {options.Bind}:{port} ({innermost.Message.TrimEnd('.')})", failure)
        {
            IsForFrames = isForFrames,
        };
    }

    private static Exception? Inner(Exception failure) =>
        failure is AggregateException { InnerExceptions: [Exception first, ..] } ? first : failure.InnerException;
}
