using PalActors.Areas.Contract;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Networks;

/// <summary>A network of microcircuits, as the tick protocol sees it.</summary>
/// <param name="builder">Builds its areas.</param>
public sealed class MicrocircuitNetwork(INetworkBuilder builder) : INetwork
{
    /// <inheritdoc/>
    public Schedule Schedule => builder.Schedule;

    /// <inheritdoc/>
    public bool IsFree => builder.Parameters.Links.IsFree;

    /// <inheritdoc/>
    public double Pace => builder.Parameters.Pace;

    /// <inheritdoc/>
    public IArea BuildArea(int index) => Wrap(builder.BuildArea(index));

    /// <inheritdoc/>
    public IPresentations BuildStimulus() => builder.BuildStimulus();

    /// <inheritdoc/>
    public IPresentations BuildTarget() => builder.BuildTarget();

    /// <summary>An area of this network that was built already.</summary>
    public MicrocircuitArea Wrap(CorticalArea area) => new(area, builder);
}
