using System.CommandLine;
using System.Globalization;
using System.Net;
using PalActors.Cli.Terminal;
using PalActors.Clustering.Remoting;
using PalActors.Lab;

namespace PalActors.Cli.Commands;

/// <summary>Options of commands that communicate with other nodes: addresses and TLS.</summary>
internal sealed class RemotingArguments
{
    /// <summary>Variable of the port that answers probes.</summary>
    public const string HealthVariable = "PALACTORS_HEALTH_PORT";

    private static readonly RemotingOptions s_usual = new();

    private readonly Option<string?> _port;
    private readonly Option<string?> _bind = EnvironmentOption.Create(
        "--bind",
        "PALACTORS_BIND",
        "ADDRESS",
        $"Address to listen on; by default {s_usual.Bind}, which no other machine reaches.");

    private readonly Option<string?> _publicHost = EnvironmentOption.Create(
        "--public-host",
        "PALACTORS_PUBLIC_HOST",
        "NAME",
        "Name or address under which other nodes reach this one; by default the address it listens on; "
        + "auto is the name of this host.");

    private readonly Option<string?> _framePort = EnvironmentOption.Create(
        "--frame-port",
        "PALACTORS_FRAME_PORT",
        "P",
        "Port at which areas of other nodes send their frames; by default any that is free.");

    private readonly Option<bool> _allowPlain = EnvironmentOption.Flag(
        "--allow-plain",
        "PALACTORS_ALLOW_PLAIN",
        "Lets traffic without TLS leave this machine, on a network that you trust.");

    private readonly Option<string?> _certificate = EnvironmentOption.Create(
        "--tls-certificate",
        "PALACTORS_TLS_CERTIFICATE",
        "FILE",
        "This node's certificate, PEM; with it all traffic is mutual TLS.");

    private readonly Option<string?> _key =
        EnvironmentOption.Create("--tls-key", "PALACTORS_TLS_KEY", "FILE", "Its private key, PEM.");

    private readonly Option<string?> _authority = EnvironmentOption.Create(
        "--tls-ca",
        "PALACTORS_TLS_CA",
        "FILE",
        "Certificate of the authority that has signed the nodes' certificates, PEM.");

    private readonly Option<bool> _signaturesOnly = EnvironmentOption.Flag(
        "--tls-signatures-only",
        "PALACTORS_TLS_SIGNATURES_ONLY",
        "Does not compare host names: any certificate that the authority has signed serves any node.");

    private readonly Option<string?> _health = EnvironmentOption.Create(
        "--health-port",
        HealthVariable,
        "P",
        "Port on 127.0.0.1 that answers 'palactors health'; by default none.");

    private readonly int _defaultPort;

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="defaultPort">The port it listens on by default; 0 for any that is free.</param>
    public RemotingArguments(Command command, int defaultPort)
    {
        _defaultPort = defaultPort;
        string port = defaultPort == 0
            ? "any that is free"
            : string.Create(CultureInfo.InvariantCulture, $"{defaultPort}");
        _port = EnvironmentOption.Create(
            "--port", "PALACTORS_PORT", "P", $"Port to listen on; by default {port}.");
        foreach (Option option in Remoting.Append(_health))
            command.Options.Add(option);
    }

    private Option[] Remoting =>
        [_port, _framePort, _bind, _publicHost, _allowPlain, _certificate, _key, _authority, _signaturesOnly];

    /// <summary>Reads the options that were given.</summary>
    /// <exception cref="InputException">One of them is not valid, or they do not fit together.</exception>
    public RemotingOptions Read(ParseResult parsed)
    {
        string? certificate = parsed.GetValue(_certificate);
        string? key = parsed.GetValue(_key);
        string? authority = parsed.GetValue(_authority);
        bool isPlain = certificate is null && key is null && authority is null;
        string? host = parsed.GetValue(_publicHost);
        RemotingOptions options = new()
        {
            Bind = parsed.GetValue(_bind) ?? s_usual.Bind,
            // The name of a replica is known inside it only.
            PublicHost = host == "auto" ? Dns.GetHostName() : host,
            Port = Port("--port", parsed.GetValue(_port)) ?? _defaultPort,
            FramePort = Port("--frame-port", parsed.GetValue(_framePort)) ?? s_usual.FramePort,
            AllowPlain = parsed.GetValue(_allowPlain),
            Tls = isPlain ? null : new TlsOptions(certificate ?? "", key ?? "", authority ?? "")
            {
                SignaturesOnly = parsed.GetValue(_signaturesOnly),
            },
        };
        return options.Problem(NameOf) is { } problem ? throw new InputException(problem + ".") : options;
    }

    /// <summary>Reads the port that answers probes, or null for none.</summary>
    public int? HealthPort(ParseResult parsed) => Port("--health-port", parsed.GetValue(_health));

    /// <summary>Checks whether any option but the health port was given on the command line.</summary>
    public bool AreGiven(ParseResult parsed) =>
        Remoting.Any(option => parsed.GetResult(option) is { Implicit: false });

    // The option of a property.
    private string NameOf(string property) => property switch
    {
        nameof(RemotingOptions.Bind) => _bind.Name,
        nameof(RemotingOptions.Port) => _port.Name,
        nameof(RemotingOptions.FramePort) => _framePort.Name,
        nameof(RemotingOptions.PublicHost) => _publicHost.Name,
        nameof(RemotingOptions.AllowPlain) => _allowPlain.Name,
        nameof(TlsOptions.Certificate) => _certificate.Name,
        nameof(TlsOptions.Key) => _key.Name,
        nameof(TlsOptions.Authority) => _authority.Name,
        _ => throw new ArgumentException($"'{property}' has no option.", nameof(property)),
    };

    /// <summary>Reads a port number.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static int? Port(string option, string? text) => text is null
        ? null
        : WholeText.TryParse(text, out int port) && port <= 65535
            ? port
            : throw new InputException($"{option} is '{text}'; valid is a port, 0 to 65535.");
}
