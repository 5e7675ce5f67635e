using PalActors.Messages.Control;

namespace PalActors.Areas.Contract;

/// <summary>Records values of an area after complete ticks; it changes nothing in the area.</summary>
public interface IAreaRecorder
{
    /// <summary>The tick after which there is something to do next; <see cref="long.MaxValue"/> if never.</summary>
    long Next { get; }

    /// <summary>Records what is due after the tick that the area just completed.</summary>
    /// <returns>Whether enough has gathered for a block.</returns>
    bool Take();

    /// <summary>Hands out all that was recorded, and forgets it.</summary>
    IEnumerable<RecordedBlock> Flush();
}
