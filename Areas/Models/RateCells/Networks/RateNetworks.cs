using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Messages.Control;

namespace PalActors.Areas.Models.RateCells.Networks;

/// <summary>Factory of networks in the precision that their parameters ask for.</summary>
internal static class RateNetworks
{
    /// <summary>Creates a network.</summary>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="services">Services for its links and threads.</param>
    /// <param name="source">Source of initial weights and draws.</param>
    /// <param name="presentations">What stimulus and target show.</param>
    public static INetwork Create(
        RateParameters parameters,
        INetworkServices services,
        IRateSource source,
        Func<Endpoint, IPresentations> presentations) => parameters.IsSingle
            ? new RateNetwork<float>(parameters, services, source, presentations)
            : new RateNetwork<double>(parameters, services, source, presentations);
}
