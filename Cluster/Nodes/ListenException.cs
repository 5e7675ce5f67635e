namespace PalActors.Clustering.Nodes;

/// <summary>Failure of a node to listen at its address.</summary>
public sealed class ListenException(string message, Exception cause) : Exception(message, cause)
{
    /// <summary>Makes the failure from the innermost of an actor system's nested failures.</summary>
    internal static ListenException At(string bind, int port, Exception failure)
    {
        Exception innermost = failure;
        while (Inner(innermost) is { } inner)
            innermost = inner;
        return new ListenException(
            $"cannot listen at {bind}:{port} ({innermost.Message.TrimEnd('.')})", failure);
    }

    private static Exception? Inner(Exception failure) =>
        failure is AggregateException { InnerExceptions: [Exception first, ..] } ? first : failure.InnerException;
}
