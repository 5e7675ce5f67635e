using PalActors.Areas.Contract;
using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Rules;
using PalActors.Areas.Toolkit.Delays;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Networks;

/// <summary>Builds any part of a network, on any node, in its state before tick 1.</summary>
public interface INetworkBuilder
{
    /// <summary>Parameters of the network.</summary>
    MicrocircuitParameters Parameters { get; }

    /// <summary>Learning model.</summary>
    LearningModel Model { get; }

    /// <summary>What happens when.</summary>
    Schedule Schedule { get; }

    /// <summary>An area, 1 to the top.</summary>
    CorticalArea BuildArea(int index);

    /// <summary>The jitter of the link between a hidden area (1 to L - 1) and the one above, in a direction, or null: its delay does not vary.</summary>
    LinkJitter? BuildJitter(int hidden, bool up) => null;

    /// <summary>The input rates.</summary>
    IPresentations BuildStimulus();

    /// <summary>The target voltages.</summary>
    IPresentations BuildTarget();
}
