using System.CommandLine;
using System.Globalization;
using System.Net;
using PalActors.Cli.Settings;
using PalActors.Cli.Terminal;
using PalActors.Clustering.Remoting;
using PalActors.Lab;

namespace PalActors.Cli.Commands;

/// <summary>Settings of commands that communicate with other nodes: addresses and TLS.</summary>
internal sealed class RemotingArguments
{
    private static readonly RemotingOptions s_usual = new();

    private readonly SettingOption _port;
    private readonly SettingOption _bind = new(
        "--bind", "ADDRESS", $"Address to listen on; by default {s_usual.Bind}, which no other machine reaches.");

    private readonly SettingOption _publicHost = new(
        "--public-host",
        "NAME",
        "Name or address under which other nodes reach this one; by default the address it listens on; "
        + "auto is the name of this host.");

    private readonly SettingOption _framePort = new(
        "--frame-port",
        "P",
        "Port at which areas of other nodes send their frames; by default any that is free.");

    private readonly SettingFlag _allowPlain = new(
        "--allow-plain", "Lets traffic without TLS leave this machine, on a network that you trust.");

    private readonly SettingOption _certificate = new(
        "--tls-certificate", "FILE", "This node's certificate, PEM; with it all traffic is mutual TLS.");

    private readonly SettingOption _key = new("--tls-key", "FILE", "Its private key, PEM.");

    private readonly SettingOption _authority = new(
        "--tls-ca", "FILE", "Certificate of the authority that has signed the nodes' certificates, PEM.");

    private readonly SettingFlag _signaturesOnly = new(
        "--tls-signatures-only",
        "Does not compare host names: any certificate that the authority has signed serves any node.");

    private readonly SettingOption _health = new(
        "--health-port", "P", "Port on 127.0.0.1 that answers 'palactors health'; by default none.");

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
        _port = new SettingOption("--port", "P", $"Port to listen on; by default {port}.");
        foreach (Option option in Remoting.Append(_health))
            command.Options.Add(option);
    }

    private Option[] Remoting =>
        [_port, _framePort, _bind, _publicHost, _allowPlain, _certificate, _key, _authority, _signaturesOnly];

    /// <summary>Reads the settings that were given.</summary>
    /// <exception cref="InputException">One of them is not valid, or they do not fit together.</exception>
    public RemotingOptions Read(ParseResult parsed)
    {
        string? certificate = _certificate.Read(parsed)?.Text;
        string? key = _key.Read(parsed)?.Text;
        string? authority = _authority.Read(parsed)?.Text;
        bool isPlain = certificate is null && key is null && authority is null;
        string? host = _publicHost.Read(parsed)?.Text;
        RemotingOptions options = new()
        {
            Bind = _bind.Read(parsed)?.Text ?? s_usual.Bind,
            // The name of a replica is known inside it only.
            PublicHost = host == "auto" ? Dns.GetHostName() : host,
            Port = Port(_port.Read(parsed)) ?? _defaultPort,
            FramePort = Port(_framePort.Read(parsed)) ?? s_usual.FramePort,
            AllowPlain = _allowPlain.Read(parsed),
            Tls = isPlain ? null : new TlsOptions(certificate ?? "", key ?? "", authority ?? "")
            {
                SignaturesOnly = _signaturesOnly.Read(parsed),
            },
        };
        string? problem = options.Problem(property => NameOf(parsed, property));
        return problem is null ? options : throw new InputException(problem + ".");
    }

    /// <summary>Reads the port that answers probes, or null for none.</summary>
    public int? HealthPort(ParseResult parsed) => Port(_health.Read(parsed));

    /// <summary>Checks whether any option but the health port was given on the command line.</summary>
    public bool AreGiven(ParseResult parsed) =>
        Remoting.Any(option => parsed.GetResult(option) is { Implicit: false });

    // Where the value of a property comes from; its option where it has none.
    private string NameOf(ParseResult parsed, string property)
    {
        SettingOption? option = property switch
        {
            nameof(RemotingOptions.Bind) => _bind,
            nameof(RemotingOptions.Port) => _port,
            nameof(RemotingOptions.FramePort) => _framePort,
            nameof(RemotingOptions.PublicHost) => _publicHost,
            nameof(TlsOptions.Certificate) => _certificate,
            nameof(TlsOptions.Key) => _key,
            nameof(TlsOptions.Authority) => _authority,
            nameof(RemotingOptions.AllowPlain) => null,
            _ => throw new ArgumentException($"'{property}' has no option.", nameof(property)),
        };
        return option is null ? _allowPlain.Name : option.Read(parsed)?.Source ?? option.Name;
    }

    /// <summary>Reads a port number.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static int? Port(Given? given) => given is null
        ? null
        : WholeText.TryParse(given.Text, out int port) && port <= 65535
            ? port
            : throw new InputException($"{given.Source} is '{given.Text}'; valid is a port, 0 to 65535.");
}
