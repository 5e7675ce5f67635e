using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Toolkit.Delays;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Toolkit;

/// <summary>Services of the toolkit for the network of one plan.</summary>
/// <param name="plan">The plan.</param>
/// <param name="spare">Threads that areas may use besides their own.</param>
public sealed class NetworkServices(NetworkPlan plan, SpareThreads spare) : INetworkServices
{
    private readonly PlannedSamples _samples =
        new(plan, new CounterOrder(plan.Schedule, plan.Seed), teacher: null);

    /// <inheritdoc/>
    public SpareThreads Spare => spare;

    /// <inheritdoc/>
    public ILinkJitter? DrawJitter(Jitter jitter, Pathway pathway, bool up) =>
        jitter.Reach == 0 ? null : new LinkJitter(jitter, plan.Seed, pathway, up);

    /// <inheritdoc/>
    public double DrawUniform(int area, int matrix, int index) =>
        CounterRandom.Uniform(plan.Seed, RandomStream.Weights, area, (uint)index, matrix);

    /// <inheritdoc/>
    public IPresentations BuildInputs() => _samples.Inputs();

    /// <inheritdoc/>
    public IPresentations BuildTargets() => _samples.Targets();
}
