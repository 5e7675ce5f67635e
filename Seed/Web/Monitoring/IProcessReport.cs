namespace PalActors.Web.Monitoring;

/// <summary>Report that a process gives of itself; may be asked by any thread.</summary>
internal interface IProcessReport
{
    /// <summary>True while the process takes part in a run.</summary>
    bool IsReady { get; }

    /// <summary>What it does, in a line.</summary>
    string State { get; }

    /// <summary>What it knows of the cluster: an object that is written as JSON.</summary>
    object Cluster { get; }
}
