using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Messages.Control;

namespace PalActors.Areas.Models.Microcircuit.Networks;

/// <summary>Network of microcircuits, as the tick protocol sees it.</summary>
/// <param name="builder">Builds its areas.</param>
public sealed class MicrocircuitNetwork(INetworkBuilder builder) : INetwork
{
    /// <inheritdoc/>
    public LinkOptions Links => builder.Parameters.Links;

    /// <inheritdoc/>
    public IArea BuildArea(int area) => Wrap(builder.BuildArea(area));

    /// <inheritdoc/>
    public IPresentations BuildSource(Endpoint source) =>
        source.Kind == EndpointKind.Target
            ? builder.BuildTarget(source.Area)
            : builder.BuildStimulus(source.Area);

    /// <summary>Area of this network that was built already.</summary>
    public MicrocircuitArea Wrap(CorticalArea area) => new(area, builder);
}
