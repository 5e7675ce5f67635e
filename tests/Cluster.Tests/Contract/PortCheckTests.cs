using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Links;
using PalActors.Messages.Frames;

namespace PalActors.Cluster.Tests.Contract;

/// <summary>Ports that do not fit each other are named: their frames would be ignored for ever.</summary>
public sealed class PortCheckTests
{
    private static readonly LinkTiming s_timing = new(2, 3, 0, 0);

    [Fact]
    public void PortsThatFitHaveNoProblem()
    {
        Dictionary<int, AreaPorts> areas = Areas(Up(6, 2), Up(6, 2));
        areas[1] = Ports([Down(3).In], [.. areas[1].Outgoing]);
        areas[2] = Ports([.. areas[2].Incoming], [Down(3).Out]);
        Assert.Null(PortCheck.Problem(areas));
    }

    // A broadcast from area 3 to area 1: back lead two links of 2 ticks, and a tick for area 2 between them.
    [Theory]
    [InlineData(5, null)]
    [InlineData(4, "area 3 sends Down frames to area 1 with a way back of 4 ticks; the shortest there is takes 5")]
    public void AWayBackThatIsTooShortIsNamed(int back, string? problem)
    {
        LinkTiming down = new(0, back, 0, 0), up = new(2, 5, 0, 0);
        (IncomingPort In, OutgoingPort Out) first = Link(FrameKind.Up, 1, 2, up), second = Link(FrameKind.Up, 2, 3, up),
            broadcast = Link(FrameKind.Down, 3, 1, down);
        Dictionary<int, AreaPorts> areas = new()
        {
            [1] = Ports([broadcast.In], [first.Out]),
            [2] = Ports([first.In], [second.Out]),
            [3] = Ports([second.In], [broadcast.Out]),
        };

        Assert.Equal(problem, PortCheck.Problem(areas));
        areas.Remove(2);
        Assert.Null(PortCheck.Problem(areas));
    }

    [Fact]
    public void ALinkWithoutAnyWayBackIsNamed() => Assert.Equal(
        "area 1 sends Up frames to area 2, from which no way leads back",
        PortCheck.Problem(Areas(Up(6, 2), Up(6, 2))));

    [Fact]
    public void AnAreaThatIsNotHereIsNotChecked() => Assert.Null(
        PortCheck.Problem(new Dictionary<int, AreaPorts> { [2] = Ports([Up(6, 2).In], []) }));

    [Theory]
    [InlineData(5, 2, "area 2 waits for Up frames of 2 x 6 from area 1")]
    [InlineData(6, 1, "which sends 1 x 6")]
    public void AnotherShapeIsNamed(int width, int parts, string problem) =>
        Assert.Contains(problem, PortCheck.Problem(Areas(Up(width, parts), Up(6, 2))), StringComparison.Ordinal);

    [Fact]
    public void AnotherTimingIsNamed()
    {
        OutgoingPort other = Up(6, 2).Out with { Timing = new LinkTiming(4, 3, 0, 0) };

        string? problem = PortCheck.Problem(Areas((Up(6, 2).In, other), Up(6, 2)));

        Assert.Contains("Delay = 4", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingPortIsNamed() => Assert.Contains(
        "area 2 waits for Up frames of 2 x 6 from area 1, which has no such port",
        PortCheck.Problem(new Dictionary<int, AreaPorts> { [1] = Ports([], []), [2] = Ports([Up(6, 2).In], []) }),
        StringComparison.Ordinal);

    [Fact]
    public void TwoPortsOfOneKindForOneAreaAreRefused() => Assert.Contains(
        "area 1 has two ports of one kind",
        PortCheck.Problem(new Dictionary<int, AreaPorts> { [1] = Ports([], [Up(6, 2).Out, Up(6, 1).Out]) }),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(6, 0)]
    [InlineData(6, FrameCodec.MaxParts + 1)]
    public void AShapeThatNoFrameHasIsRefused(int width, int parts) => Assert.Contains(
        "valid is 1 to",
        PortCheck.Problem(new Dictionary<int, AreaPorts> { [2] = Ports([Up(width, parts).In], []) }),
        StringComparison.Ordinal);

    private static (IncomingPort In, OutgoingPort Out) Up(int width, int parts) => (
        new IncomingPort(FrameKind.Up, 1, width, parts) { Timing = s_timing },
        new OutgoingPort(FrameKind.Up, 2, width, parts, s_timing));

    private static (IncomingPort In, OutgoingPort Out) Down(int delay) =>
        Link(FrameKind.Down, 2, 1, new LinkTiming(delay, s_timing.Delay, 0, 0));

    private static (IncomingPort In, OutgoingPort Out) Link(FrameKind kind, int from, int to, LinkTiming timing) => (
        new IncomingPort(kind, from, 6, 2) { Timing = timing }, new OutgoingPort(kind, to, 6, 2, timing));

    // Area 1 sends, area 2 receives.
    private static Dictionary<int, AreaPorts> Areas(
        (IncomingPort In, OutgoingPort Out) sent, (IncomingPort In, OutgoingPort Out) received) =>
        new() { [1] = Ports([], [sent.Out]), [2] = Ports([received.In], []) };

    private static AreaPorts Ports(IncomingPort[] incoming, OutgoingPort[] outgoing) =>
        new(incoming, outgoing, [], []);
}
