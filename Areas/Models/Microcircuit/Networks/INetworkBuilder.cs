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

    /// <summary>Schedule of the run.</summary>
    Schedule Schedule { get; }

    /// <summary>Area, 1 to the top.</summary>
    CorticalArea BuildArea(int index);

    /// <summary>Jitter of a link between a hidden area and the one above, or null: its delay does not vary.</summary>
    /// <param name="hidden">The hidden area, 1 to L - 1.</param>
    /// <param name="up">Whether the link leads up.</param>
    LinkJitter? BuildJitter(int hidden, bool up) => null;

    /// <summary>Input rates.</summary>
    IPresentations BuildStimulus();

    /// <summary>Target voltages.</summary>
    IPresentations BuildTarget();
}
