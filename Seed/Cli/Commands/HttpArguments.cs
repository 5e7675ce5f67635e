using System.CommandLine;
using System.Runtime.CompilerServices;
using PalActors.Cli.Settings;
using PalActors.Clustering.Membership;
using PalActors.Lab;
using PalActors.Web.Monitoring;
using PalActors.Web.Server;

namespace PalActors.Cli.Commands;

/// <summary>Options of commands whose process tells of itself over HTTP, and by OTLP.</summary>
/// <remarks>Where nobody asks for it no server is made, and none of its assemblies is loaded.</remarks>
internal sealed class HttpArguments
{
    private const string Otlp = "OTEL_EXPORTER_OTLP_";

    /// <summary>Adds the options to a command.</summary>
    public HttpArguments(Command command)
    {
        command.Options.Add(Bind);
        command.Options.Add(Token);
    }

    /// <summary>The address.</summary>
    public SettingOption Bind { get; } = new(
        "--http-bind",
        "ADDRESS:PORT",
        "Answers /healthz, /readyz, /metrics and /cluster over HTTP; a port alone is one of 127.0.0.1. "
        + "By default nothing listens.");

    /// <summary>The file of the token.</summary>
    public SettingOption Token { get; } = CreateToken();

    /// <summary>True where the environment asks for metrics or spans by OTLP.</summary>
    public static bool IsSent => Environment.GetEnvironmentVariables().Keys.Cast<string>().Any(
        name => name.StartsWith(Otlp, StringComparison.Ordinal) && name.EndsWith("ENDPOINT", StringComparison.Ordinal));

    /// <summary>The option that names a file with a token.</summary>
    public static SettingOption CreateToken() => new(
        "--http-token-file",
        "FILE",
        "File of the token that /cluster and pages need, such as a mounted secret; without it one is drawn and "
        + "printed, on other addresses than loopback.");

    /// <summary>Whether the command line, and not some setting for all commands, names a token.</summary>
    public bool NamesToken(ParseResult parsed) => parsed.GetResult(Token) is { Implicit: false };

    /// <summary>Address and token of a server.</summary>
    /// <param name="address">The address, and what gave it.</param>
    /// <param name="token">File of the token, and what gave it; null for none.</param>
    /// <exception cref="InputException">The address or the token's file is wrong.</exception>
    public static ServerOptions Options(Given address, Given? token) =>
        ServerOptions.Read(address.Source, address.Text, token?.Source ?? "", token?.Text);

    /// <summary>Starts what an area node was asked for; null if nothing.</summary>
    /// <exception cref="InputException">An option is wrong, or the address cannot be had.</exception>
    public Task<IAsyncDisposable?> StartAsync(
        ParseResult parsed, AreaNode node, string seed, Action<string> say, CancellationToken stop)
    {
        Given? bind = Bind.Read(parsed);
        if (bind is null && NamesToken(parsed))
            throw new InputException($"{Token.Name} is given without {Bind.Name}; valid with {Bind.Name}.");
        return bind is not null || IsSent
            ? BeginAsync(parsed, bind, node, seed, say, stop)
            : Task.FromResult<IAsyncDisposable?>(null);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<IAsyncDisposable?> BeginAsync(
        ParseResult parsed, Given? bind, AreaNode node, string seed, Action<string> say, CancellationToken stop) =>
        await ProcessServer.StartAsync(
            bind is null ? null : Options(bind, Token.Read(parsed)), new NodeReport(node, seed), pages: null, say, stop)
            .ConfigureAwait(false);
}
