namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Where data sets that come as files live on this machine, unless a plan names a folder.</summary>
public static class DataFolders
{
    /// <summary>The environment variable that names the folder of all data sets.</summary>
    public const string Variable = "PALACTORS_DATA";

    /// <summary>The folder of a data set: below <see cref="Variable"/> if it is set, else below the user's folder for data.</summary>
    public static string Default(string name) => Default(name, Environment.GetEnvironmentVariable);

    /// <summary>The same with the environment of a test.</summary>
    public static string Default(string name, Func<string, string?> variable)
    {
        if (variable(Variable) is { Length: > 0 } given)
            return Path.GetFullPath(Path.Combine(given, name));
        // The XDG specification has relative paths ignored. Nothing is asked to exist: a new account has no ~/.local yet.
        string shared = variable("XDG_DATA_HOME") is { Length: > 0 } xdg && Path.IsPathFullyQualified(xdg) && !OperatingSystem.IsWindows()
            ? xdg
            : OperatingSystem.IsWindows()
                ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify)
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), ".local", "share");
        return Path.GetFullPath(Path.Combine(shared, "palactors", name));
    }
}
