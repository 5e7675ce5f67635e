using System.Net;

namespace PalActors.Clustering.Nodes;

/// <summary>Address that a node listens on, and its certificates.</summary>
/// <remarks>The defaults are safe: loopback only, a free port.</remarks>
public sealed record RemotingOptions
{
    /// <summary>Address to listen on.</summary>
    public string Bind { get; init; } = "127.0.0.1";

    /// <summary>Name or address under which others reach this node; null for the address it listens on.</summary>
    public string? PublicHost { get; init; }

    /// <summary>Port to listen on; 0 for any that is free.</summary>
    public int Port { get; init; }

    /// <summary>True if traffic without TLS may leave this machine.</summary>
    public bool AllowPlain { get; init; }

    /// <summary>Certificates, or null for traffic without TLS.</summary>
    public TlsOptions? Tls { get; init; }

    /// <summary>Host under which others reach this node, in the spelling in which addresses are compared.</summary>
    public string Host => NodeAddress.Canonical(PublicHost ?? Bind) ?? PublicHost ?? Bind;

    /// <summary>Finds the first problem of the options; null if there is none.</summary>
    /// <returns>One line that names options as the command line does.</returns>
    public string? Problem()
    {
        if (!IPAddress.TryParse(Bind, out IPAddress? address) || Bind.Contains('%'))
        {
            return $"--bind is '{Bind}'; "
                + "valid is an IP address of this machine, such as 127.0.0.1, or 0.0.0.0 for all";
        }

        if (Port is < 0 or > 65535)
            return $"--port is {Port}; valid is 0 to 65535";
        if (PublicHost is not null && NodeAddress.Canonical(PublicHost) is null)
            return $"--public-host is '{PublicHost}'; valid is a host name or an IP address";
        if (PublicHost is null && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)))
        {
            return $"--bind is {Bind}, an address that nobody can connect to; "
                + "valid with --public-host NAME, under which others reach this node";
        }

        if (Tls is null && !AllowPlain && !IPAddress.IsLoopback(address))
        {
            return $"--bind is {Bind} without TLS; valid with --tls-certificate, --tls-key and --tls-ca, "
                + "or, on a network that you trust, with --allow-plain";
        }

        return Tls?.Problem();
    }
}
