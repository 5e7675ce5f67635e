using PalActors.Messages.Control;

namespace PalActors.Areas.Contract;

/// <summary>Records values of an area after complete ticks; it changes nothing in the area.</summary>
public interface IAreaRecorder
{
    /// <summary>The next tick after which values are due; <see cref="long.MaxValue"/> if there is none.</summary>
    long Next { get; }

    /// <summary>Records what is due after the tick that the area just completed.</summary>
    /// <returns>True if a block is full.</returns>
    bool Take();

    /// <summary>Returns all recorded values and clears them.</summary>
    IEnumerable<RecordedBlock> Flush();
}
