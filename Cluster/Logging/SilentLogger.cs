using Akka.Event;

namespace PalActors.Clustering.Logging;

/// <summary>Drops what an actor system says when its log has ended already.</summary>
/// <remarks>
/// Akka falls back to the output then, whatever <c>stdout-loglevel</c> says. The output is what a script reads.
/// </remarks>
internal sealed class SilentLogger : MinimalLogger
{
    /// <inheritdoc/>
    protected override void Log(object message)
    {
    }
}
