namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Folders of data sets that come as files on this machine, unless a plan names a folder.</summary>
public static class DataFolders
{
    /// <summary>Name of the environment variable for the folder of all data sets.</summary>
    public const string Variable = "PALACTORS_DATA";

    /// <summary>The folder of all data sets, where <see cref="Variable"/> names one; else null.</summary>
    public static string? Shared => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given
        ? Path.GetFullPath(given)
        : null;

    /// <summary>Gets the folder of a data set.</summary>
    /// <remarks>It is below <see cref="Variable"/> if that is set, else below the user's folder for data.</remarks>
    public static string Default(string name) => Default(name, Environment.GetEnvironmentVariable);

    /// <summary>Gets the folder of a data set with the environment of a test.</summary>
    public static string Default(string name, Func<string, string?> variable)
    {
        if (variable(Variable) is { Length: > 0 } given)
            return Path.GetFullPath(Path.Combine(given, name));
        return Path.GetFullPath(Path.Combine(SharedFolder(variable), "palactors", name));
    }

    // The XDG specification demands that relative paths be ignored. No folder needs to exist: a new account has no
    // ~/.local yet.
    private static string SharedFolder(Func<string, string?> variable)
    {
        const Environment.SpecialFolderOption noCheck = Environment.SpecialFolderOption.DoNotVerify;
        if (OperatingSystem.IsWindows())
            return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, noCheck);
        if (variable("XDG_DATA_HOME") is { Length: > 0 } xdg && Path.IsPathFullyQualified(xdg))
            return xdg;
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, noCheck);
        return Path.Combine(home, ".local", "share");
    }
}
