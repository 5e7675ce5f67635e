using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PalActors.Web.Server;

/// <summary>What a server serves: endpoints, and what they need.</summary>
/// <param name="Map">Maps the endpoints.</param>
internal sealed record WebContent(Action<IEndpointRouteBuilder> Map)
{
    /// <summary>Name of the program, which those of its static files' lists begin with.</summary>
    public const string Program = "palactors";

    /// <summary>Adds services that endpoints need; null for none.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>Adds what requests pass before they come to an endpoint; null for nothing.</summary>
    public Action<IApplicationBuilder>? Middleware { get; init; }

    /// <summary>Contents of several parts of the program as one, behind the gate that all of them share.</summary>
    /// <param name="token">The token that requests need; null on loopback.</param>
    /// <param name="parts">The contents.</param>
    public static WebContent Behind(AccessToken? token, params IReadOnlyList<WebContent> parts) =>
        new(endpoints =>
        {
            foreach (WebContent part in parts)
                part.Map(endpoints);
        })
        {
            Services = services =>
            {
                foreach (WebContent part in parts)
                    part.Services?.Invoke(services);
            },
            Middleware = application =>
            {
                application.Use(new AccessGate(token).InvokeAsync);
                foreach (WebContent part in parts)
                    part.Middleware?.Invoke(application);
            },
        };
}
