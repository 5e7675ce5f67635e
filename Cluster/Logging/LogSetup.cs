using Akka.Actor;
using Akka.Actor.Setup;
using Microsoft.Extensions.Logging;

namespace PalActors.Clustering.Logging;

/// <summary>Gives an actor system the log of its process.</summary>
/// <param name="factory">Makes the loggers.</param>
internal sealed class LogSetup(ILoggerFactory factory) : Setup
{
    /// <summary>Logger of what the actor system logs.</summary>
    public ILogger Actors { get; } = factory.CreateLogger(LogCategories.Actors);

    /// <summary>Logger of connections that were refused, which the program words itself.</summary>
    public ILogger Connections { get; } = factory.CreateLogger($"{LogCategories.Program}.Connections");

    /// <summary>Configuration, HOCON, by which the actor system makes no entries that nobody would see.</summary>
    public string Configuration =>
        $"akka.loglevel = {LowestLevel}\n";

    private string LowestLevel => Actors.IsEnabled(LogLevel.Debug) ? "DEBUG"
        : Actors.IsEnabled(LogLevel.Information) ? "INFO"
        : Actors.IsEnabled(LogLevel.Warning) ? "WARNING"
        : "ERROR";

    /// <summary>The log of an actor system; that of the error stream where it was given none.</summary>
    public static LogSetup Of(ActorSystem system) =>
        system.Settings.Setup.Get<LogSetup>() is { HasValue: true } setup
            ? setup.Value
            : new LogSetup(LineLog.ErrorStream);
}
