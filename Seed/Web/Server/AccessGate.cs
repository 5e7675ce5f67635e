using System.Net;
using Microsoft.AspNetCore.Http;

namespace PalActors.Web.Server;

/// <summary>Lets requests pass that may see what a process serves: anybody health and metrics.</summary>
/// <remarks>
/// On loopback any request may that names this machine as its host, so that no page of another origin reads through a
/// name of its own. Elsewhere a request must bear the token: in the address once, which sets a cookie, or in a header.
/// </remarks>
/// <param name="token">The token; null on loopback.</param>
internal sealed class AccessGate(AccessToken? token)
{
    private const string Cookie = "palactors-token";
    private const string Bearer = "Bearer ";

    private const string Policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        + "font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

    private static readonly string[] s_open = ["/healthz", "/readyz", "/metrics"];

    /// <summary>Passes a request on, or answers it.</summary>
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        HttpRequest request = context.Request;
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        if (s_open.Contains(request.Path.Value))
            return next(context);
        if (!IsOwnOrigin(request) || (token is null && !IsLoopback(request.Host.Host)))
            return AnswerAsync(context, HttpStatusCode.Forbidden, "This page is not for other sites.");
        if (token is null || token.Is(request.Cookies[Cookie]) || token.Is(BearerOf(request)))
            return next(context);
        if (!token.Is(request.Query["token"]))
        {
            return AnswerAsync(
                context, HttpStatusCode.Unauthorized,
                "A token is missing or wrong. Open the address that the program printed, with ?token= at its end.");
        }

        context.Response.Cookies.Append(
            Cookie, token.Text, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict });
        context.Response.Redirect(request.Path.Value ?? "/");
        return Task.CompletedTask;
    }

    private static string? BearerOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } header && header.StartsWith(Bearer, StringComparison.Ordinal)
            ? header[Bearer.Length..]
            : null;

    // A web socket may be opened from any site, unlike other requests.
    private static bool IsOwnOrigin(HttpRequest request) =>
        request.Headers.Origin.ToString() is not { Length: > 0 } origin
        || (Uri.TryCreate(origin, UriKind.Absolute, out Uri? uri) && uri.Authority == request.Host.Value);

    private static bool IsLoopback(string host) =>
        host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? ip) && IPAddress.IsLoopback(ip));

    private static Task AnswerAsync(HttpContext context, HttpStatusCode code, string text)
    {
        context.Response.StatusCode = (int)code;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            $"<!doctype html><html lang=\"en\"><head><title>PalActors</title></head><body><h1>{(int)code}</h1>"
            + $"<p>{text}</p></body></html>");
    }
}
