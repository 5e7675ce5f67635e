using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using PalActors.Clustering.Telemetry;
using PalActors.Lab;

namespace PalActors.Web.Monitoring;

/// <summary>Metrics and spans of this process for OpenTelemetry.</summary>
internal static class MetricsExport
{
    // Built into .NET: processor time, memory, collections of garbage, threads.
    private const string Runtime = "System.Runtime";

    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly string[] s_endpoints =
        [Endpoint, "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"];

    /// <summary>Collects metrics for Prometheus to fetch.</summary>
    public static MeterProvider ForPrometheus() => Metrics().AddPrometheusExporter().Build();

    /// <summary>Sends metrics and spans by OTLP, if the standard environment variables name a place for them.</summary>
    /// <returns>What sends them, and what is left when it is disposed; nothing where no variable is set.</returns>
    /// <exception cref="InputException">A variable names no place.</exception>
    public static IReadOnlyList<IDisposable> ByOtlp()
    {
        (string Name, string Value)[] given =
        [
            .. s_endpoints.Select(name => (name, Environment.GetEnvironmentVariable(name) ?? ""))
                .Where(entry => entry.Item2.Length > 0),
        ];
        foreach ((string name, string value) in given)
        {
            if (!Uri.TryCreate(value, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https"))
                throw new InputException($"{name} is '{value}'; valid is http://HOST:PORT or https://HOST:PORT.");
        }

        bool everything = given.Any(entry => entry.Name == Endpoint);
        List<IDisposable> senders = [];
        if (everything || given.Any(entry => entry.Name == s_endpoints[1]))
            senders.Add(Metrics().AddOtlpExporter().Build());
        if (everything || given.Any(entry => entry.Name == s_endpoints[2]))
        {
            senders.Add(Sdk.CreateTracerProviderBuilder().ConfigureResource(Describe).AddSource(Instruments.Name)
                .AddOtlpExporter().Build());
        }

        return senders;
    }

    private static MeterProviderBuilder Metrics() =>
        Sdk.CreateMeterProviderBuilder().ConfigureResource(Describe).AddMeter(Instruments.Name, Runtime);

    // The environment (OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES) has the last word.
    private static void Describe(ResourceBuilder resource) => resource
        .AddService("palactors", serviceVersion: ProgramVersion.Current.Version)
        .AddEnvironmentVariableDetector();
}
