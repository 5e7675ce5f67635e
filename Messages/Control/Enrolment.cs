using PalActors.Messages.Plan;

namespace PalActors.Messages.Control;

/// <summary>Asks the seed to accept a node, before it joins the cluster; repeated every second.</summary>
/// <remarks>
/// The seed answers each with <see cref="Enrolled"/>, <see cref="IdentifyData"/> or <see cref="Refused"/>.
/// </remarks>
/// <param name="Protocol">Version of the messages between nodes.</param>
/// <param name="Build">The program's build: only equal hashes compute equal digests.</param>
/// <param name="Name">Name of the node.</param>
/// <param name="Experiment">The experiment it expects, or empty for any.</param>
/// <param name="DataHash">
/// SHA-256 of its data as <see cref="IdentifyData"/> asks for it; empty before, <see cref="NoData"/> without any.
/// </param>
public sealed record Enrol(int Protocol, BuildIdentity Build, string Name, string Experiment, string DataHash)
    : IControlMessage
{
    /// <summary>Version of the messages between nodes of this build.</summary>
    public const int CurrentProtocol = 2;

    /// <summary>Value of <see cref="DataHash"/> for a node without the data, for areas that need none.</summary>
    public const string NoData = "none";
}

/// <summary>Asks a node for the hash of its copy of data that come as files.</summary>
/// <param name="Data">Data of the run.</param>
public sealed record IdentifyData(DataIdentity Data) : IControlMessage;

/// <summary>Answer of the seed that it accepts the node.</summary>
/// <param name="Incarnation">Distinguishes this seed's process from others at the same address.</param>
/// <param name="Experiment">Experiment that it runs.</param>
public sealed record Enrolled(long Incarnation, string Experiment) : IControlMessage;

/// <summary>Answer of the seed that it refuses the node.</summary>
/// <param name="Reason">The reason, in one line.</param>
public sealed record Refused(string Reason) : IControlMessage;

/// <summary>Name by which a seed receives messages, sent to nodes that connect, perhaps by another one.</summary>
/// <param name="Host">Host of the seed.</param>
/// <param name="Port">Port of the seed.</param>
public sealed record SeedName(string Host, int Port) : IControlMessage;

/// <summary>Report of the seed that the run is over, so that the node may leave.</summary>
/// <param name="Success">True if it came to its end or was stopped on purpose.</param>
/// <param name="Reason">The reason, in one line.</param>
public sealed record RunOver(bool Success, string Reason) : IControlMessage;

/// <summary>Acknowledges a <see cref="RunOver"/>.</summary>
public sealed record RunOverHeard : IControlMessage;
