namespace PalActors.Cli.Settings;

/// <summary>Names of a setting in its three sources, all made of that of its option.</summary>
internal static class SettingNames
{
    /// <summary>What the help says about the third source.</summary>
    public const string Note = "An option with a variable PALACTORS_... is also a key of the section PalActors in "
        + "appsettings.json of the current folder: PublicHost for --public-host.";

    /// <summary>The environment variable: <c>PALACTORS_PUBLIC_HOST</c> of <c>--public-host</c>.</summary>
    public static string Variable(string option) =>
        "PALACTORS_" + option.TrimStart('-').Replace('-', '_').ToUpperInvariant();

    /// <summary>The key: <c>PublicHost</c> of <c>--public-host</c>.</summary>
    public static string Key(string option) => string.Concat(
        option.TrimStart('-').Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
