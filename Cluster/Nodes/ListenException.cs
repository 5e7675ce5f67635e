namespace PalActors.Clustering.Nodes;

/// <summary>A node cannot listen where it was told to.</summary>
public sealed class ListenException(string message, Exception cause) : Exception(message, cause)
{
    /// <summary>What the innermost of an actor system's nested failures says about an address.</summary>
    internal static ListenException At(RemotingOptions options, Exception failure)
    {
        Exception innermost = failure;
        while (innermost is AggregateException { InnerExceptions: [Exception first, ..] } || innermost.InnerException is not null)
            innermost = innermost is AggregateException { InnerExceptions: [Exception inner, ..] } ? inner : innermost.InnerException!;
        return new ListenException($"cannot listen at {options.Bind}:{options.Port} ({innermost.Message.TrimEnd('.')}); another --port or --bind may be free", failure);
    }
}
