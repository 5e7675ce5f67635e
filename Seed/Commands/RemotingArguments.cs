using System.CommandLine;
using System.Globalization;
using System.Net;
using PalActors.Clustering.Nodes;

namespace PalActors.Seed.Commands;

/// <summary>The options of commands that talk to other nodes: where to listen, and how to prove who one is.</summary>
public sealed class RemotingArguments
{
    /// <summary>Variable of the port that answers probes.</summary>
    public const string HealthVariable = "PALACTORS_HEALTH_PORT";

    private readonly Option<string?> _port;
    private readonly Option<string?> _bind = EnvironmentOption.Create("--bind", "PALACTORS_BIND", "ADDRESS", "Address to listen on; by default 127.0.0.1, which no other machine reaches.");
    private readonly Option<string?> _publicHost = EnvironmentOption.Create("--public-host", "PALACTORS_PUBLIC_HOST", "NAME", "Name or address under which other nodes reach this one; by default the address it listens on; auto is the name of this host.");
    private readonly Option<bool> _allowPlain = EnvironmentOption.Flag("--allow-plain", "PALACTORS_ALLOW_PLAIN", "Lets traffic without TLS leave this machine, on a network that you trust.");
    private readonly Option<string?> _certificate = EnvironmentOption.Create("--tls-certificate", "PALACTORS_TLS_CERTIFICATE", "FILE", "This node's certificate, PEM; with it all traffic is mutual TLS.");
    private readonly Option<string?> _key = EnvironmentOption.Create("--tls-key", "PALACTORS_TLS_KEY", "FILE", "Its private key, PEM.");
    private readonly Option<string?> _authority = EnvironmentOption.Create("--tls-ca", "PALACTORS_TLS_CA", "FILE", "Certificate of the authority that has signed the nodes' certificates, PEM.");
    private readonly Option<string?> _health = EnvironmentOption.Create("--health-port", HealthVariable, "P", "Port on 127.0.0.1 that answers 'palactors health'; by default none.");
    private readonly int _defaultPort;

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="defaultPort">The port it listens on by default; 0 for any that is free.</param>
    public RemotingArguments(Command command, int defaultPort)
    {
        _defaultPort = defaultPort;
        _port = EnvironmentOption.Create(
            "--port", "PALACTORS_PORT", "P", string.Create(CultureInfo.InvariantCulture, $"Port to listen on; by default {(defaultPort == 0 ? "any that is free" : defaultPort)}."));
        foreach (Option option in new Option[] { _port, _bind, _publicHost, _allowPlain, _certificate, _key, _authority, _health })
            command.Options.Add(option);
    }

    /// <summary>What was given.</summary>
    /// <exception cref="InputException">Something of it cannot be.</exception>
    public RemotingOptions Read(ParseResult parsed)
    {
        string? certificate = parsed.GetValue(_certificate), key = parsed.GetValue(_key), authority = parsed.GetValue(_authority);
        RemotingOptions options = new()
        {
            Bind = parsed.GetValue(_bind) ?? "127.0.0.1",
            // A replica's name is known inside it only.
            PublicHost = parsed.GetValue(_publicHost) is { } host ? host == "auto" ? Dns.GetHostName() : host : null,
            Port = Port("--port", parsed.GetValue(_port)) ?? _defaultPort,
            AllowPlain = parsed.GetValue(_allowPlain),
            Tls = certificate is null && key is null && authority is null ? null : new TlsOptions(certificate ?? "", key ?? "", authority ?? ""),
        };
        return options.Problem() is { } problem ? throw new InputException(problem + ".") : options;
    }

    /// <summary>The port that answers probes, or null for none.</summary>
    public int? HealthPort(ParseResult parsed) => Port("--health-port", parsed.GetValue(_health));

    /// <summary>Whether any option was given on the command line.</summary>
    public bool AreGiven(ParseResult parsed) => new Option[] { _port, _bind, _publicHost, _allowPlain, _certificate, _key, _authority }.Any(option => parsed.GetResult(option) is { Implicit: false });

    /// <summary>A port number.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static int? Port(string option, string? text) => text is null
        ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= 65535
            ? port
            : throw new InputException($"{option} is '{text}'; valid is a port, 0 to 65535.");
}
