using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PalActors.Web.Server;

/// <summary>What a server serves: endpoints, and what they need.</summary>
/// <param name="Mappers">Each maps some endpoints; several parts of the program may share one server.</param>
internal sealed record WebContent(IReadOnlyList<Action<IEndpointRouteBuilder>> Mappers)
{
    /// <summary>Name of the program, which those of its static files' lists begin with.</summary>
    public const string Program = "palactors";

    /// <summary>Adds services that endpoints need; null for none.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>Adds what requests pass before they come to an endpoint; null for nothing.</summary>
    public Action<IApplicationBuilder>? Middleware { get; init; }
}
