namespace PalActors.Areas.Contract.Parameters;

/// <summary>A parameter that cannot be used. The message names key, value and what is valid; who read the file adds its name.</summary>
public sealed class ParameterException(string key, string message) : Exception(message)
{
    /// <summary>The parameter.</summary>
    public string Key { get; } = key;
}
