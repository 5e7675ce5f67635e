using System.Numerics;
using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.RateCells.Cells;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Messages.Control;

namespace PalActors.Areas.Models.RateCells.Networks;

/// <summary>Network of rate cells.</summary>
internal sealed class RateNetwork<T>(
    RateParameters parameters,
    INetworkServices services,
    IRateSource source,
    Func<Endpoint, IPresentations> presentations) : INetwork
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly RatePorts _ports = new(parameters, services);

    /// <inheritdoc/>
    public LinkOptions Links => parameters.Links;

    /// <inheritdoc/>
    public IArea BuildArea(int area) =>
        new RateArea<T>(area, parameters, _ports.Of(area), source, new RowSplit(services.Spare));

    /// <inheritdoc/>
    public IPresentations BuildSource(Endpoint source) => presentations(source);
}
