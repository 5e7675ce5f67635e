using PalActors.Areas.Model.Parameters;
using PalActors.Areas.Model.Rules;
using PalActors.Areas.Model.Stimuli;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Model.Networks;

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

    /// <summary>The input rates.</summary>
    IPresentations BuildStimulus();

    /// <summary>The target voltages.</summary>
    IPresentations BuildTarget();
}
