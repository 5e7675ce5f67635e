using PalActors.Areas.Contract.Models;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Cell model whose networks see samples of a data set, in an order that its plan tells.</summary>
public interface ISampledModel : IAreaModel
{
    /// <summary>The samples that a network sees.</summary>
    PlannedSamples Samples(NetworkPlan plan);
}
