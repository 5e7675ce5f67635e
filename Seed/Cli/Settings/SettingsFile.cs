using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using PalActors.Lab;
using PalActors.Lab.Experiments;

namespace PalActors.Cli.Settings;

/// <summary>The file <c>appsettings.json</c>, in which other programs may have sections too.</summary>
internal sealed class SettingsFile
{
    /// <summary>Its name.</summary>
    public const string Name = "appsettings.json";

    private readonly IConfiguration _root;

    private SettingsFile(IConfiguration root) => _root = root;

    /// <summary>Reads the file of a folder; null where there is none.</summary>
    /// <exception cref="InputException">It is no JSON, or cannot be read.</exception>
    public static SettingsFile? Read(string folder) =>
        File.Exists(Path.Combine(folder, Name)) ? Parse(folder) : null;

    /// <summary>Finds a value by its whole key; an empty one is none.</summary>
    public Given? Find(string key) =>
        _root[key] is { Length: > 0 } value ? new Given(value, SourceOf(key)) : null;

    /// <summary>The keys of a section with their values; the values of sections below are null.</summary>
    public IReadOnlyList<(string Key, string? Value)> In(string section) =>
        [.. _root.GetSection(section).GetChildren().Select(child => (child.Key, child.Value))];

    /// <summary>A key and this file, as messages name them.</summary>
    public static string SourceOf(string key) => $"{Name}: {key}";

    /// <summary>Checks the program's own section.</summary>
    /// <param name="settings">All settings that there are.</param>
    /// <exception cref="InputException">A key is unknown, or holds no single value.</exception>
    public void Check(IEnumerable<ISetting> settings)
    {
        if (Find(ProcessSources.Section) is { } text)
            throw new InputException($"{text.Source} is '{text.Text}'; valid is an object of settings.");
        string[] valid = [.. settings.Select(setting => setting.Key).Distinct().Order(StringComparer.Ordinal)];
        foreach (IConfigurationSection child in _root.GetSection(ProcessSources.Section).GetChildren())
        {
            string source = SourceOf($"{ProcessSources.Section}:{child.Key}");
            // Its value is not told: under a key of another program it may be a secret.
            if (!valid.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                throw new InputException($"{source} is no setting; {NearestKey.Advice(child.Key, valid)}.");
            if (child.GetChildren().Any())
                throw new InputException($"{source} holds several values; valid is one, such as \"{child.Key}\": 1.");
        }
    }

    // Where there is no file none of these assemblies is loaded.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static SettingsFile Parse(string folder)
    {
        try
        {
            using FileStream file = File.OpenRead(Path.Combine(folder, Name));
            return new SettingsFile(new ConfigurationBuilder().AddJsonStream(file).Build());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException
            or JsonException or FormatException)
        {
            throw new InputException($"{Name} cannot be read: {exception.Message}");
        }
    }
}
