using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpenTelemetry.Metrics;
using PalActors.Web.Server;

namespace PalActors.Web.Monitoring;

/// <summary>Endpoints for orchestrators and Prometheus, which answer from what the process knows anyway.</summary>
internal static class MonitoringEndpoints
{
    private static readonly JsonSerializerOptions s_json =
        new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The content.</summary>
    /// <param name="report">Report of this process.</param>
    /// <param name="metrics">Metrics with an exporter for Prometheus.</param>
    public static WebContent Of(IProcessReport report, MeterProvider metrics) =>
        new(endpoints => Map(endpoints, report, metrics));

    private static void Map(IEndpointRouteBuilder endpoints, IProcessReport report, MeterProvider metrics)
    {
        endpoints.MapGet("/healthz", (HttpContext context) => context.Response.WriteAsync("alive\n"));
        endpoints.MapGet("/readyz", (HttpContext context) =>
        {
            context.Response.StatusCode =
                report.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            return context.Response.WriteAsync($"{report.State}\n");
        });
        endpoints.MapPrometheusScrapingEndpoint("/metrics", metrics, null, null);
        endpoints.MapGet("/cluster", (HttpContext context) =>
        {
            object cluster = report.Cluster;
            return context.Response.WriteAsJsonAsync(cluster, cluster.GetType(), s_json, context.RequestAborted);
        });
    }
}
