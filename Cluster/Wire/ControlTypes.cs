using Hyperion;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Wire;

/// <summary>Filter of the types that control-plane payloads may hold: messages and the plain values in them.</summary>
public sealed class ControlTypes : ITypeFilter
{
    /// <summary>Allowed types that are not primitives; the first ones are the same in all builds.</summary>
    public static IReadOnlyList<Type> Allowed { get; } =
    [
        .. ReadByAllBuilds,
        .. typeof(IControlMessage).Assembly.GetExportedTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IControlMessage)))
            .Except(ReadByAllBuilds),
        typeof(AreaSnapshot), typeof(AreaState), typeof(StateBlock), typeof(StateBlock[]), typeof(CapturePurpose),
        typeof(AreaFigures), typeof(LinkStaleness), typeof(LinkStaleness[]), typeof(LinkTraffic), typeof(LinkTraffic[]),
        typeof(Endpoint), typeof(Endpoint[]), typeof(EndpointKind), typeof(Peer), typeof(Peer[]),
        typeof(HostedActor), typeof(HostedActor[]), typeof(FramePort), typeof(FrameFaults), typeof(ExecutionOptions),
        typeof(DataIdentity), typeof(SplitUse), typeof(SplitUse[]),
        typeof(Divergence), typeof(Metric), typeof(Metric[]),
        typeof(NetworkPlan), typeof(AreaPlan), typeof(AreaPlan[]), typeof(PathwayPlan), typeof(PathwayPlan[]),
        typeof(PlanOption), typeof(PlanOption[]), typeof(EpochValues), typeof(EpochValues[]),
        typeof(PerturbationPlan), typeof(PerturbationPlan[]), typeof(PerturbationKind),
        typeof(Schedule), typeof(Phase), typeof(Phase[]),
        typeof(TickFlags),
        typeof(RecordingPlan), typeof(RecordingPlan[]),
        typeof(PalActors.Messages.Frames.FrameKind),
    ];

    /// <summary>Messages by which nodes of two builds report their builds, and the types in them.</summary>
    internal static IReadOnlyList<Type> ReadByAllBuilds => [typeof(Enrol), typeof(Refused), typeof(BuildIdentity)];

    private static readonly HashSet<string> s_names =
    [
        .. Allowed.Select(Name),
        .. new[]
        {
            typeof(string[]), typeof(byte[]), typeof(int[]), typeof(int[][]), typeof(long[]), typeof(double[]),
            typeof(int?),
        }.Select(Name),
    ];

    /// <inheritdoc/>
    public bool IsAllowed(string typeName) => s_names.Contains(Strip(typeName));

    // Names may come with or without version and assembly details; the type and its assembly's simple name decide.
    private static string Name(Type type) => Strip(type.AssemblyQualifiedName!);

    private static string Strip(string name)
    {
        int afterType = name.IndexOf(',', name.LastIndexOf(']') + 1);
        int afterAssembly = afterType < 0 ? -1 : name.IndexOf(',', afterType + 1);
        return afterAssembly < 0 ? name : name[..afterAssembly];
    }
}
