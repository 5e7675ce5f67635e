using PalActors.Lab;

namespace PalActors.Cli.Terminal;

/// <summary>Options of the command line for the settings that messages of the library name.</summary>
internal static class OptionNames
{
    private static readonly Dictionary<Setting, string> s_names = new()
    {
        [Setting.Folder] = "--out",
        [Setting.Fresh] = "--fresh",
        [Setting.OtherBuild] = "--other-build",
        [Setting.Task] = "--task",
        [Setting.SnapshotBudget] = "--snapshot-budget",
        [Setting.HealthPort] = "--health-port",
        [Setting.Port] = "--port",
        [Setting.FramePort] = "--frame-port",
        [Setting.Bind] = "--bind",
        [Setting.Metric] = "--metric",
        [Setting.DataFolder] = "--folder",
        [Setting.ReplaceData] = "--force",
        [Setting.DataSource] = "--from",
    };

    /// <summary>The option of a setting.</summary>
    public static string Of(Setting setting) => s_names[setting];
}
