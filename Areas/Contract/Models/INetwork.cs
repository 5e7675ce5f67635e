using PalActors.Areas.Contract.Links;
using PalActors.Messages.Control;

namespace PalActors.Areas.Contract.Models;

/// <summary>Builds the areas and sources of one network, on any node, in their state before tick 1.</summary>
public interface INetwork
{
    /// <summary>Timing of its links.</summary>
    LinkOptions Links { get; }

    /// <summary>Builds an area with cells.</summary>
    IArea BuildArea(int area);

    /// <summary>Builds what a source presents: the rates of an input area, or the target of an area.</summary>
    IPresentations BuildSource(Endpoint source);
}
