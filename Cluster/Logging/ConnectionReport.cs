using System.Text.RegularExpressions;
using Akka.Event;

namespace PalActors.Clustering.Logging;

/// <summary>Words what the transport logs about connections: a line per other end and minute.</summary>
/// <remarks>
/// Whoever reaches the port can connect as often as they like, and the log must stay readable. The transport's own
/// texts are for programmers, several lines each, and advise to turn checks off.
/// </remarks>
/// <param name="time">The clock.</param>
internal sealed partial class ConnectionReport(TimeProvider time)
{
    private const int MostAddresses = 1000;
    private const string Unknown = "an unknown address";

    private static readonly TimeSpan s_interval = TimeSpan.FromMinutes(1);

    private static readonly (string Logged, string Words)[] s_reasons =
    [
        ("Handshake timed out", "it says nothing that a node says"),
        ("frame length", "it does not speak the protocol of nodes"),
        ("pre-adjustment length", "it does not speak the protocol of nodes"),
        ("not an SSL/TLS record", "it does not speak TLS"),
        ("certificate was rejected", "its certificate is not signed by this node's authority, or is for another host"),
        ("non-local recipient", "it sends messages that are for others"),
        ("Channel is closed", "it ended before the handshake was over"),
    ];

    private readonly Dictionary<string, long> _reported = [];

    /// <summary>Checks whether an entry tells of trouble with a connection.</summary>
    public static bool IsConcerned(LogEvent entry) => entry is Error or Warning && IsTransport(entry.LogSource);

    /// <summary>Words an entry.</summary>
    /// <returns>The line, or null if the other end has been reported within the last minute.</returns>
    public string? Line(string source, string message)
    {
        string address = AddressIn(Uri.UnescapeDataString(message)) ?? AddressIn(Uri.UnescapeDataString(source))
            ?? Unknown;
        if (!IsDue(address))
            return null;
        (string logged, string words) = s_reasons.FirstOrDefault(
            reason => message.Contains(reason.Logged, StringComparison.Ordinal));
        string reason = logged is null ? message.Split('\n')[0].Trim() : words;
        string end = source.StartsWith("TcpClientHandler", StringComparison.Ordinal) ? "to" : "from";
        return $"a connection {end} {address} is refused: {reason}; further ones are not reported for a minute";
    }

    private static bool IsTransport(string source) =>
        source.StartsWith("TcpServerHandler", StringComparison.Ordinal)
        || source.StartsWith("TcpClientHandler", StringComparison.Ordinal)
        || source.StartsWith("remoting ", StringComparison.Ordinal)
        || source.Contains("/system/transports/", StringComparison.Ordinal);

    private bool IsDue(string address)
    {
        long now = time.GetTimestamp();
        if (_reported.TryGetValue(address, out long last) && time.GetElapsedTime(last, now) < s_interval)
            return false;
        if (_reported.Count >= MostAddresses)
            Forget(now);
        // So many addresses within a minute count as one.
        if (_reported.Count >= MostAddresses && address != Unknown)
            return IsDue(Unknown);
        _reported[address] = now;
        return true;
    }

    private void Forget(long now)
    {
        foreach ((string address, long last) in _reported)
        {
            if (time.GetElapsedTime(last, now) >= s_interval)
                _reported.Remove(address);
        }
    }

    // The last address is that of the other end. IPv4 may be written as part of an IPv6 address.
    private static string? AddressIn(string text)
    {
        MatchCollection matches = Endpoint().Matches(text);
        return matches.Count == 0 ? null : matches[^1].Groups["host"].Value;
    }

    [GeneratedRegex(
        @"(?:(?:->|@)\[?)(?:\[?::ffff:)?(?<host>[0-9A-Fa-f.:]*[0-9A-Fa-f])\]?:\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Endpoint();
}
