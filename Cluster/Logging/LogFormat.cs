namespace PalActors.Clustering.Logging;

/// <summary>Form of the lines of a log.</summary>
public enum LogFormat
{
    /// <summary>For people: <c>palactors: </c> and the message.</summary>
    Text,

    /// <summary>For log collectors: a JSON object a line, with time, level, category, message and scopes.</summary>
    Json,
}
