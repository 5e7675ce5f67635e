namespace PalActors.Areas.Contract.Parameters;

/// <summary>A parameter that cannot be used.</summary>
/// <remarks>The message names key, value and what is valid; the reader of the file adds the file's name.</remarks>
public sealed class ParameterException(string key, string message) : Exception(message)
{
    /// <summary>The parameter.</summary>
    public string Key { get; } = key;
}
