using PalActors.Messages.Plan;

namespace PalActors.Areas.Contract;

/// <summary>Builds the areas and sources of one network, on any node, in their state before tick 1.</summary>
public interface INetwork
{
    /// <summary>What happens when.</summary>
    Schedule Schedule { get; }

    /// <summary>Whether areas run freely instead of in lockstep.</summary>
    bool IsFree { get; }

    /// <summary>Ticks per second of wall time; 0 for as many as there can be.</summary>
    double Pace { get; }

    /// <summary>An area, 1 to the top.</summary>
    IArea BuildArea(int index);

    /// <summary>The input rates.</summary>
    IPresentations BuildStimulus();

    /// <summary>The target voltages.</summary>
    IPresentations BuildTarget();
}
