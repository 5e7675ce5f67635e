using System.Net;

namespace PalActors.Clustering.Remoting;

/// <summary>Address that a node listens on, and its certificates.</summary>
/// <remarks>The defaults are safe: loopback only, a free port.</remarks>
public sealed record RemotingOptions
{
    /// <summary>Largest message on the wire, bytes.</summary>
    /// <remarks>Larger frames travel in pieces (P13 of docs/protocol.md).</remarks>
    public const int MaximumFrame = 1 << 20;

    /// <summary>Address to listen on.</summary>
    public string Bind { get; init; } = "127.0.0.1";

    /// <summary>Name or address under which others reach this node; null for the address it listens on.</summary>
    public string? PublicHost { get; init; }

    /// <summary>Port to listen on; 0 for any that is free.</summary>
    public int Port { get; init; }

    /// <summary>Port at which other nodes' areas send frames; 0 for any that is free.</summary>
    public int FramePort { get; init; }

    /// <summary>True if traffic without TLS may leave this machine.</summary>
    public bool AllowPlain { get; init; }

    /// <summary>Certificates, or null for traffic without TLS.</summary>
    public TlsOptions? Tls { get; init; }

    /// <summary>Host under which others reach this node, in the spelling in which addresses are compared.</summary>
    public string Host => NodeAddress.Canonical(PublicHost ?? Bind) ?? PublicHost ?? Bind;

    /// <summary>Finds the first problem of the options; null if there is none.</summary>
    /// <param name="name">Name of a property here or in <see cref="TlsOptions"/> for people, such as an option.</param>
    /// <returns>The problem in one line.</returns>
    public string? Problem(Func<string, string> name)
    {
        if (!IPAddress.TryParse(Bind, out IPAddress? address) || Bind.Contains('%'))
        {
            return $"{name(nameof(Bind))} is '{Bind}'; "
                + "valid is an IP address of this machine, such as 127.0.0.1, or 0.0.0.0 for all";
        }

        if (Port is < 0 or > 65535)
            return $"{name(nameof(Port))} is {Port}; valid is 0 to 65535";
        if (FramePort is < 0 or > 65535)
            return $"{name(nameof(FramePort))} is {FramePort}; valid is 0 to 65535";
        if (FramePort != 0 && FramePort == Port)
        {
            return $"{name(nameof(FramePort))} and {name(nameof(Port))} are both {Port}; "
                + "valid are two ports, or 0 for any that is free";
        }

        if (PublicHost is not null && NodeAddress.Canonical(PublicHost) is null)
            return $"{name(nameof(PublicHost))} is '{PublicHost}'; valid is a host name or an IP address";
        if (PublicHost is null && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)))
        {
            return $"{name(nameof(Bind))} is {Bind}, an address that nobody can connect to; "
                + $"valid with {name(nameof(PublicHost))} NAME, under which others reach this node";
        }

        if (Tls is null && !AllowPlain && !IPAddress.IsLoopback(address))
        {
            return $"{name(nameof(Bind))} is {Bind} without TLS; valid with {TlsOptions.Names(name)}, "
                + $"or, on a network that you trust, with {name(nameof(AllowPlain))}";
        }

        return Tls?.Problem(name);
    }
}
