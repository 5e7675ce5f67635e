using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PalActors.Clustering.Remoting;

/// <summary>Host and port of a node, in the spelling in which actor systems compare them.</summary>
/// <param name="Host">Host as <see cref="Canonical"/> spells it.</param>
/// <param name="Port">Port, 1 to 65535.</param>
public sealed record NodeAddress(string Host, int Port)
{
    private const int LongestName = 253;

    /// <summary>Reads HOST:PORT, an IPv6 address in brackets.</summary>
    /// <returns>The address, or null if the text is none.</returns>
    public static NodeAddress? TryParse(string text)
    {
        int colon = text.LastIndexOf(':');
        if (colon < 1 || text[..colon].Contains(':') && text[0] != '[')
            return null;
        return Canonical(text[..colon]) is { } host
            && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int port)
            && port is > 0 and <= 65535
            ? new NodeAddress(host, port)
            : null;
    }

    /// <summary>Converts a host to its canonical spelling.</summary>
    /// <remarks>Addresses as .NET writes them, IPv6 in brackets; names in lower case.</remarks>
    /// <returns>The host, or null if the text is neither an IP address nor a host name.</returns>
    public static string? Canonical(string host)
    {
        if (host.Length > LongestName || host.Contains('%'))
            return null;
        if (IPAddress.TryParse(host, out IPAddress? address))
            return address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
        if (host.Length == 0 || !host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
            return null;

        // A seed on loopback is known by its address.
        string name = host.ToLowerInvariant();
        return name == "localhost" ? IPAddress.Loopback.ToString() : name;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");
}
