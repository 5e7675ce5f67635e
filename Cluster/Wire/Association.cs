using Akka.Actor;
using Akka.Actor.Internal;

namespace PalActors.Clustering.Wire;

/// <summary>Tells by which node the payload was sent that is being read on this thread.</summary>
internal static class Association
{
    // Akka reads payloads in an actor per connection, whose name has the address that the other end gave at its start.
    private const string Reader = "endpointReader-";

    /// <summary>Checks that a payload comes from a node that may speak for an address.</summary>
    /// <param name="address">The address in whose name the payload is.</param>
    /// <returns>True if it is the other end's, or nothing is read from the wire.</returns>
    public static bool IsOf(Address address)
    {
        if (InternalCurrentActorCellKeeper.Current is not { } cell)
            return true;
        string name = cell.Self.Path.Name;
        int end = name.LastIndexOf('-');
        return end > Reader.Length
            && name.StartsWith(Reader, StringComparison.Ordinal)
            && Uri.UnescapeDataString(name[Reader.Length..end]) == address.ToString();
    }
}
