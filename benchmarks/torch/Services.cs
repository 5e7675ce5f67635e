using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Models;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.TorchBenchmarks;

/// <summary>Services of a network without data files and without jitter.</summary>
internal sealed class Services(BenchmarkNetwork network, SpareThreads spare) : INetworkServices
{
    /// <inheritdoc/>
    public SpareThreads Spare => spare;

    /// <inheritdoc/>
    public ILinkJitter? DrawJitter(Jitter jitter, Pathway pathway, bool up) => null;

    /// <inheritdoc/>
    public double DrawUniform(int area, int matrix, int index) => throw new NotSupportedException();

    /// <inheritdoc/>
    public IPresentations BuildInputs() => network.Samples(EndpointKind.Stimulus);

    /// <inheritdoc/>
    public IPresentations BuildTargets() => network.Samples(EndpointKind.Target);
}
