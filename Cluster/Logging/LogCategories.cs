using Microsoft.Extensions.Logging;

namespace PalActors.Clustering.Logging;

/// <summary>Categories of the log, and the levels from which on they are written.</summary>
public static class LogCategories
{
    /// <summary>Category of the program's own lines.</summary>
    public const string Program = "PalActors";

    /// <summary>Category of what actor systems log.</summary>
    public const string Actors = "Akka";

    /// <summary>Level of categories that are not named.</summary>
    public const LogLevel Usual = LogLevel.Information;

    /// <summary>Level of actor systems: what they report of their own working is for experts.</summary>
    public const LogLevel UsualOfActors = LogLevel.Error;
}
