using System.Globalization;

namespace PalActors.Messages.Control;

/// <summary>Kind of an actor of a network.</summary>
public enum EndpointKind : byte
{
    /// <summary>An area.</summary>
    Area = 0,

    /// <summary>The source of an input area's rates.</summary>
    Stimulus = 1,

    /// <summary>The source of an area's target.</summary>
    Target = 2,
}

/// <summary>Name of an area or source of a network, whatever node it lives on.</summary>
/// <param name="Kind">Area or source.</param>
/// <param name="Area">Number of the area; of a stimulus the input area, of a target the area that it is for.</param>
/// <param name="Receiver">Number of the area that a stimulus is for; an input area has one for each area above.</param>
public sealed record Endpoint(EndpointKind Kind, int Area, int? Receiver = null)
{
    /// <summary>Makes the name of an area.</summary>
    public static Endpoint Of(int area) => new(EndpointKind.Area, area);

    /// <summary>The name as text, for instance <c>area 2</c> or <c>target 3</c>.</summary>
    public override string ToString() => Kind switch
    {
        EndpointKind.Area => string.Create(CultureInfo.InvariantCulture, $"area {Area}"),
        EndpointKind.Stimulus => string.Create(CultureInfo.InvariantCulture, $"stimulus {Area} of area {Receiver}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"target {Area}"),
    };
}

/// <summary>Path of an actor that another one is linked with.</summary>
/// <param name="Endpoint">Its name.</param>
/// <param name="Path">Its path, as its peers may reach it.</param>
/// <param name="Frames">Where its node takes frames for it; null if they come like all other messages.</param>
public sealed record Peer(Endpoint Endpoint, string Path, FramePort? Frames = null);

/// <summary>An actor that a host made.</summary>
/// <param name="Endpoint">Its name.</param>
/// <param name="Path">Its path, as its peers may reach it.</param>
/// <param name="Peers">Names of those that it is linked with.</param>
/// <param name="Frames">Where its node takes frames for it; null if they come like all other messages.</param>
public sealed record HostedActor(Endpoint Endpoint, string Path, Endpoint[] Peers, FramePort? Frames = null);
