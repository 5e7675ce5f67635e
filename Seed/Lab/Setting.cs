namespace PalActors.Lab;

/// <summary>A setting that a message names.</summary>
/// <remarks>Whoever shows the message words it: a command line as its option, a program as the property.</remarks>
/// <param name="Name">Name of the property.</param>
public sealed record Setting(string Name)
{
    /// <summary>The folder of a run or sweep.</summary>
    public static Setting Folder { get; } = new("Folder");

    /// <summary>Whether to begin anew where a folder holds something.</summary>
    public static Setting Fresh { get; } = new("Fresh");

    /// <summary>Whether another build may go on.</summary>
    public static Setting OtherBuild { get; } = new("OtherBuild");

    /// <summary>The task of the authors' parameter files.</summary>
    public static Setting Task { get; } = new("TaskName");

    /// <summary>The most bytes that snapshots may take.</summary>
    public static Setting SnapshotBudget { get; } = new("SnapshotBudget");

    /// <summary>The port that answers health probes.</summary>
    public static Setting HealthPort { get; } = new("HealthPort");

    /// <summary>The port that other nodes connect to.</summary>
    public static Setting Port { get; } = new("Remoting.Port");

    /// <summary>The port that areas of other nodes send frames to.</summary>
    public static Setting FramePort { get; } = new("Remoting.FramePort");

    /// <summary>The address that a process listens at.</summary>
    public static Setting Bind { get; } = new("Remoting.Bind");

    /// <summary>The metric of a comparison.</summary>
    public static Setting Metric { get; } = new("Metric");

    /// <summary>The folder of a data set's files.</summary>
    public static Setting DataFolder { get; } = new("DataFolder");

    /// <summary>Whether files of a data set are replaced.</summary>
    public static Setting ReplaceData { get; } = new("ReplaceData");

    /// <summary>The place that a data set is fetched from.</summary>
    public static Setting DataSource { get; } = new("DataSource");

    /// <inheritdoc/>
    public override string ToString() => Name;
}
