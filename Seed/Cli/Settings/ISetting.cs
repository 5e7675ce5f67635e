namespace PalActors.Cli.Settings;

/// <summary>A setting of a process: an option that the environment and <c>appsettings.json</c> give too.</summary>
internal interface ISetting
{
    /// <summary>Name of the option.</summary>
    string Name { get; }

    /// <summary>The environment variable.</summary>
    string Variable { get; }

    /// <summary>The key in the section <see cref="ProcessSources.Section"/> of <c>appsettings.json</c>.</summary>
    string Key { get; }
}
