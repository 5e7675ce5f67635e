namespace PalActors.Lab.Sweeps;

/// <content>Measures that only sweeps have.</content>
internal sealed partial class SweepTable
{
    /// <summary>Measure: wall time per tick in microseconds, of a network that runs beside others.</summary>
    public const string TimePerTick = "us_per_tick";

    /// <summary>Measure: part of <see cref="TimePerTick"/> in which the network's thread had nothing to do.</summary>
    /// <remarks>It is NaN where several threads share a network.</remarks>
    public const string WaitingPerTick = "waiting_us_per_tick";

    /// <summary>Measure of tasks with a teacher: the student's mean error in the last epoch.</summary>
    /// <remarks>It is the mean of the records, since a single record is of one sample only.</remarks>
    public const string ErrorOverEpoch = "error_target_epoch";

    /// <summary>Measure: the tick at which the network diverged.</summary>
    /// <remarks>Besides this measure such a network has only ticks and frames.</remarks>
    public const string DivergedAtTick = "diverged_at_tick";

    /// <summary>Measure: number of epochs in which all rates of the area were at a bound.</summary>
    /// <remarks>It is absent where there were none.</remarks>
    public const string SaturatedEpochs = "saturated_epochs";

    /// <summary>Measure: ticks that the network ran.</summary>
    public const string Ticks = "ticks";

    /// <summary>Measure: frames that its areas delivered, the last row of every network.</summary>
    public const string Frames = "frames";
}
