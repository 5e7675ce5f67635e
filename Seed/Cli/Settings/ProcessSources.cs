using PalActors.Lab;

namespace PalActors.Cli.Settings;

/// <summary>Settings that are not on the command line: environment variables first, then a file.</summary>
/// <param name="environment">Gives the value of an environment variable, or null.</param>
/// <param name="file">The file, or null where there is none.</param>
internal sealed class ProcessSources(Func<string, string?> environment, SettingsFile? file)
{
    /// <summary>Section of the file that is the program's own.</summary>
    public const string Section = "PalActors";

    /// <summary>Those of this process: its environment, and the file of the current folder.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static ProcessSources Here() =>
        new(Environment.GetEnvironmentVariable, SettingsFile.Read(Environment.CurrentDirectory));

    /// <summary>The file, or null where there is none.</summary>
    public SettingsFile? File => file;

    /// <summary>Finds a setting; an empty value is none.</summary>
    public Given? Find(ISetting setting) => Find(setting.Variable, $"{Section}:{setting.Key}");

    /// <summary>Finds a value under its two names.</summary>
    /// <param name="variable">The environment variable.</param>
    /// <param name="key">The whole key in the file.</param>
    public Given? Find(string variable, string key) =>
        environment(variable) is { Length: > 0 } value ? new Given(value, variable) : file?.Find(key);
}
