using PalActors.Areas.Contract.Links;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Contract.Models;

/// <summary>Services for the network of one plan, so that a model needs no other library.</summary>
public interface INetworkServices
{
    /// <summary>Threads that areas may use besides their own; no result depends on them.</summary>
    SpareThreads Spare { get; }

    /// <summary>Draws the jitter of a link; null for a link whose delay does not vary.</summary>
    /// <param name="jitter">Distribution.</param>
    /// <param name="pathway">The pathway of the link, between areas with cells.</param>
    /// <param name="up">True if the link leads up.</param>
    ILinkJitter? DrawJitter(Jitter jitter, Pathway pathway, bool up);

    /// <summary>Draws a number in [0, 1), a pure function of the plan's random seed and the arguments.</summary>
    /// <remarks>For initial weights, for instance: the same on any node, in any order.</remarks>
    /// <param name="area">The area, 1 or more.</param>
    /// <param name="matrix">Number of the matrix or vector, 0 or more.</param>
    /// <param name="index">Place in it, row-major.</param>
    double DrawUniform(int area, int matrix, int index);

    /// <summary>Builds the input rates of the plan's data in the order of its schedule.</summary>
    IPresentations BuildInputs();

    /// <summary>Builds the target voltages of the plan's data in the order of its schedule.</summary>
    IPresentations BuildTargets();
}
