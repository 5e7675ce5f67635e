using System.CommandLine;
using System.Runtime.CompilerServices;
using PalActors.Cli.Settings;
using PalActors.Cli.Terminal;
using PalActors.Clustering.Membership;
using PalActors.Clustering.Reports;
using PalActors.Lab;
using PalActors.Web.Monitoring;

namespace PalActors.Cli.Commands;

/// <summary>Options of commands whose process tells of itself over HTTP, and by OTLP.</summary>
/// <remarks>Where nobody asks for it no server is made, and none of its assemblies is loaded.</remarks>
internal sealed class HttpArguments
{
    private const string Otlp = "OTEL_EXPORTER_OTLP_";

    private readonly SettingOption _bind = new(
        "--http-bind",
        "ADDRESS:PORT",
        "Answers /healthz, /readyz, /metrics and /cluster over HTTP; a port alone is one of 127.0.0.1. "
        + "By default nothing listens.");

    private readonly SettingOption _token = new(
        "--http-token-file",
        "FILE",
        "With --http-bind: file of the token that /cluster needs on other addresses than loopback; "
        + "without it the process makes one and prints it.");

    /// <summary>Adds the options to a command.</summary>
    public HttpArguments(Command command)
    {
        command.Options.Add(_bind);
        command.Options.Add(_token);
    }

    /// <summary>Starts what a process that runs an experiment was asked for; null if nothing.</summary>
    /// <exception cref="InputException">An option is wrong, or the address cannot be had.</exception>
    public Task<IAsyncDisposable?> StartAsync(
        ParseResult parsed, RunStatus status, ProgramLog log, CancellationToken stop) =>
        IsAsked(parsed)
            ? SeedAsync(parsed, status, log.Event, stop)
            : Task.FromResult<IAsyncDisposable?>(null);

    /// <summary>Starts what an area node was asked for; null if nothing.</summary>
    /// <exception cref="InputException">An option is wrong, or the address cannot be had.</exception>
    public Task<IAsyncDisposable?> StartAsync(
        ParseResult parsed, AreaNode node, string seed, Action<string> say, CancellationToken stop) =>
        IsAsked(parsed) ? NodeAsync(parsed, node, seed, say, stop) : Task.FromResult<IAsyncDisposable?>(null);

    private bool IsAsked(ParseResult parsed)
    {
        bool listens = _bind.Read(parsed) is not null;
        if (!listens && parsed.GetResult(_token) is { Implicit: false })
            throw new InputException($"{_token.Name} is given without {_bind.Name}; valid with {_bind.Name}.");
        return listens || Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Any(name => name.StartsWith(Otlp, StringComparison.Ordinal)
                && name.EndsWith("ENDPOINT", StringComparison.Ordinal));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Task<IAsyncDisposable?> SeedAsync(
        ParseResult parsed, RunStatus status, Action<string> say, CancellationToken stop) =>
        BeginAsync(parsed, new SeedReport(status), say, stop);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Task<IAsyncDisposable?> NodeAsync(
        ParseResult parsed, AreaNode node, string seed, Action<string> say, CancellationToken stop) =>
        BeginAsync(parsed, new NodeReport(node, seed), say, stop);

    private async Task<IAsyncDisposable?> BeginAsync(
        ParseResult parsed, IProcessReport report, Action<string> say, CancellationToken stop)
    {
        Given? token = _token.Read(parsed);
        MonitoringOptions? options = _bind.Read(parsed) is { } bind
            ? new MonitoringOptions(bind.Source, bind.Text, token?.Source ?? _token.Name, token?.Text)
            : null;
        return await MonitoringServer.StartAsync(options, report, say, stop).ConfigureAwait(false);
    }
}
