using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PalActors.Lab;

namespace PalActors.Web.Server;

/// <summary>Address that a server listens at.</summary>
/// <param name="Setting">Name of the setting that gave it, for messages.</param>
/// <param name="Ip">Address of an interface of this machine, or of all of them.</param>
/// <param name="Port">Port; 0 for any that is free.</param>
internal sealed record WebAddress(string Setting, IPAddress Ip, int Port)
{
    private const string All = "*";

    /// <summary>True if no other machine reaches it.</summary>
    public bool IsLoopback => IPAddress.IsLoopback(Ip);

    /// <summary>The address for a browser on this machine.</summary>
    public string Url => string.Create(CultureInfo.InvariantCulture, $"http://{Text(Reachable)}:{Port}/");

    private IPAddress Reachable =>
        Ip.Equals(IPAddress.Any) ? IPAddress.Loopback : Ip.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback : Ip;

    /// <summary>Reads PORT, which is then one of loopback, or ADDRESS:PORT.</summary>
    /// <param name="setting">Name of the setting, for messages.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="InputException">It is neither.</exception>
    public static WebAddress Parse(string setting, string text)
    {
        int colon = text.LastIndexOf(':');
        IPAddress? ip = colon < 0 ? IPAddress.Loopback : IpOf(text[..colon]);
        bool isPort = int.TryParse(
            text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= 65535;
        return ip is not null && isPort
            ? new WebAddress(setting, ip, port)
            : throw new InputException(
                $"{setting} is '{text}'; valid is a port, 0 to 65535, or ADDRESS:PORT, such as 8080, "
                + "127.0.0.1:8080, [::1]:8080 or *:8080 for all interfaces.");
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Text(Ip)}:{Port}");

    private static IPAddress? IpOf(string host) => host switch
    {
        All => IPAddress.Any,
        "localhost" => IPAddress.Loopback,
        ['[', .. string inner, ']'] => IPAddress.TryParse(inner, out IPAddress? six) ? six : null,
        _ => !host.Contains(':') && IPAddress.TryParse(host, out IPAddress? four) ? four : null,
    };

    private static string Text(IPAddress ip) =>
        ip.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{ip}]" : ip.ToString();
}
