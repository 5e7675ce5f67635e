using System.Numerics;
using System.Text.Json;

namespace PalActors.Lab.Results;

/// <summary>Arrays of plain values as members of a JSON object.</summary>
internal static class JsonArrays
{
    /// <summary>Writes an array of texts.</summary>
    public static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>Writes an array of whole numbers.</summary>
    public static void WriteNumbers<T>(this Utf8JsonWriter json, string name, IEnumerable<T> values)
        where T : IBinaryInteger<T>
    {
        json.WriteStartArray(name);
        foreach (T value in values)
            json.WriteNumberValue(long.CreateChecked(value));
        json.WriteEndArray();
    }
}
