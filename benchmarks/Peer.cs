using System.Globalization;

namespace PalActors.Benchmarks;

/// <summary>Another program's time per step.</summary>
/// <param name="Network">Name of the network it applies to, or null for all that are measured.</param>
/// <param name="Name">The program.</param>
/// <param name="Microseconds">Microseconds per step; of several seeds, per step of any of them.</param>
internal sealed record Peer(string? Network, string Name, double Microseconds)
{
    /// <summary>Reads <c>NAME=US</c> or <c>NETWORK:NAME=US</c>.</summary>
    /// <exception cref="FormatException">The text has neither form.</exception>
    public static Peer Parse(string text)
    {
        string[] sides = text.Split('=');
        if (sides.Length != 2
            || !double.TryParse(sides[1], CultureInfo.InvariantCulture, out double microseconds) || !(microseconds > 0))
            throw new FormatException(
                $"--peer {text}: valid is NAME=US or NETWORK:NAME=US, for instance numpy=78 or 4-30-3:GeNN=1.68.");
        int colon = sides[0].LastIndexOf(':');
        return new Peer(colon < 0 ? null : sides[0][..colon], sides[0][(colon + 1)..], microseconds);
    }
}
