using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace PalActors.Clustering.Logging;

/// <summary>A line of a log as a JSON object.</summary>
internal static class JsonLine
{
    // Names and paths stay readable; JSON itself is still escaped.
    private static readonly JsonWriterOptions s_options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes the line.</summary>
    /// <param name="time">When it happened.</param>
    /// <param name="level">Its level.</param>
    /// <param name="category">Its category.</param>
    /// <param name="message">The message.</param>
    /// <param name="cause">The exception, or null; its text is part of the message, so only its kind is added.</param>
    /// <param name="scopes">What it is about: text or whole numbers by name.</param>
    public static string Of(
        DateTimeOffset time,
        LogLevel level,
        string category,
        string message,
        Exception? cause,
        IReadOnlyDictionary<string, object> scopes)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, s_options))
        {
            json.WriteStartObject();
            json.WriteString("time", time);
            json.WriteString("level", level.ToString());
            json.WriteString("category", category);
            json.WriteString("message", message);
            if (cause is not null)
                json.WriteString("exception", cause.GetType().FullName);
            json.WriteStartObject("scopes");
            foreach ((string name, object value) in scopes)
            {
                if (value is int number)
                    json.WriteNumber(name, number);
                else
                    json.WriteString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
