namespace PalActors.Clustering.Reports;

/// <summary>Phase of a run.</summary>
public enum RunPhase
{
    /// <summary>Experiment and data are read; nothing computes yet.</summary>
    Starting,

    /// <summary>The seed node waits for area nodes.</summary>
    Waiting,

    /// <summary>Networks run, or recover.</summary>
    Running,

    /// <summary>The run has ended; results are written, and nodes are told.</summary>
    Over,
}
