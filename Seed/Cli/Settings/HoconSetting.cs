using PalActors.Clustering.Overrides;
using PalActors.Lab;

namespace PalActors.Cli.Settings;

/// <summary>The setting <c>--hocon</c>: a file with settings of this process's actor system.</summary>
internal static class HoconSetting
{
    /// <summary>The setting.</summary>
    public static SettingOption Create() => new(
        "--hocon", "FILE",
        "HOCON file that overrides settings of this process's actor system: threads of dispatchers, intervals, log "
        + "entries. The digest stays.");

    /// <summary>Reads the file; no settings where none is given.</summary>
    /// <exception cref="InputException">It cannot be read, or holds what may not be overridden.</exception>
    public static HoconOverrides Read(Given? given)
    {
        if (given is null)
            return HoconOverrides.None;
        try
        {
            return HoconOverrides.Parse(File.ReadAllText(given.Text));
        }
        catch (FormatException exception)
        {
            throw new InputException($"{given.Source}: '{given.Text}' {exception.Message}.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException
            or ArgumentException)
        {
            throw new InputException(
                $"{given.Source} is '{given.Text}', which cannot be read: {exception.Message.TrimEnd('.')}.");
        }
    }
}
