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

    /// <summary>Builds an area, one with cells.</summary>
    CorticalArea BuildArea(int index);

    /// <summary>Jitter of a link of a pathway between areas with cells, or null: its delay does not vary.</summary>
    /// <param name="pathway">The pathway.</param>
    /// <param name="up">Whether the link leads up.</param>
    LinkJitter? BuildJitter(Pathway pathway, bool up) => null;

    /// <summary>Builds the rates of an input area.</summary>
    IPresentations BuildStimulus(int area);

    /// <summary>Builds the target voltages of an area.</summary>
    IPresentations BuildTarget(int area);
}
