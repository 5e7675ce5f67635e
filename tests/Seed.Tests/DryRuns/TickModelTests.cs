using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Models;
using PalActors.Lab.DryRuns;
using PalActors.Lab.Planning;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Tests.DryRuns;

/// <summary>The time per tick over nodes, against areas that are played with a clock of their own.</summary>
public sealed class TickModelTests
{
    private const double Microsecond = 1e-6;

    [Theory]
    [InlineData(2, 0, 0)]
    [InlineData(2, 1, 1)]
    [InlineData(2, 0, 4)]
    [InlineData(2, 10, 10)]
    [InlineData(2, 40, 40)]
    [InlineData(2, 60, 60)]
    [InlineData(2, 100, 100)]
    [InlineData(3, 30, 30)]
    [InlineData(2, 3, 30)]
    [InlineData(4, 0, 0)]
    [InlineData(4, 20, 20)]
    [InlineData(4, 100, 100)]
    public void AnAreaOnEachNodeTakesWhatIsPlayed(int areas, int up, int down)
    {
        double[] seconds = [.. Enumerable.Range(1, areas).Select(area => area * Microsecond)];
        PlacedNetwork network = Network(areas, up, down, [0, .. Enumerable.Range(0, areas)]);
        TickModel model = new(1, 1, ProgramSeconds: 0, LatencySeconds: 100 * Microsecond, BytesPerSecond: 1e15);

        double played = new PlayedAreas(network, seconds, 100 * Microsecond).PerTick(ticks: 20_000);
        Assert.InRange(model.Of(network, seconds).Seconds / played, 0.9, 1.15);
    }

    // Nine areas of 30 and of 100 cells over two processes, and in one (README.md, docs/delays.md), microseconds; a
    // frame takes what a tick waits for without delays.
    [Theory]
    [InlineData(30, 275, 0, 18.3, 282)]
    [InlineData(30, 275, 2, 13.8, 148)]
    [InlineData(30, 275, 10, 12.0, 40)]
    [InlineData(30, 275, 100, 11.6, 12.7)]
    [InlineData(100, 300, 0, 79.7, 349)]
    [InlineData(100, 300, 2, 87.8, 272)]
    [InlineData(100, 300, 10, 86.3, 130)]
    [InlineData(100, 300, 100, 87.9, 65.3)]
    public void OverTwoProcessesItIsNearWhatWasMeasured(
        int cells, double frame, int delay, double oneProcess, double measured)
    {
        PlacedNetwork network = Network(9, delay, delay, [0, 0, 0, 0, 0, 0, 1, 1, 1, 1], cells);
        double[] seconds = [.. Enumerable.Repeat(oneProcess * Microsecond / 9, 9)];
        TickModel model = new(1, 1, frame * Microsecond, LatencySeconds: 0, BytesPerSecond: 1e9);
        Assert.InRange(model.Of(network, seconds).Seconds / (measured * Microsecond), 0.65, 1.4);
    }

    // Ticks per second over hosts some milliseconds apart (docs/operations.md): without delays the programs and the
    // switch take what is left of a tick.
    [Theory]
    [InlineData(1, 432, 10, 2911)]
    [InlineData(1, 432, 100, 19_760)]
    [InlineData(5, 125, 10, 1000)]
    [InlineData(5, 125, 100, 7000)]
    [InlineData(20, 38, 10, 352)]
    [InlineData(20, 38, 100, 3825)]
    public void OverDistantHostsItIsNearWhatWasMeasured(double latency, double without, int delay, double measured)
    {
        PlacedNetwork network = Network(3, delay, delay, [0, 0, 1, 2]);
        double[] seconds = [5 * Microsecond, 5 * Microsecond, 5 * Microsecond];
        double distance = latency * 1e-3, programs = (1 / without) - distance;
        TickModel model = new(1, 1, programs, distance, BytesPerSecond: 1e9);
        Assert.InRange(model.Of(network, seconds).Seconds * measured, 0.5, 1.5);
    }

    [Fact]
    public void InOneProcessAreasAddUpAndMessagesCostLittle()
    {
        PlacedNetwork network = Network(3, 0, 0, [0, 0, 0, 0]);
        double[] seconds = [2 * Microsecond, 3 * Microsecond, 5 * Microsecond];
        TickTime one = new TickModel(1, 1, 0, 0, 1e9).Of(network, seconds);
        Assert.InRange(one.Seconds, 10 * Microsecond, 10.5 * Microsecond);
        Assert.Equal((0, 0, 0), (one.Programs, one.Latency, one.Wire));
        Assert.InRange(new TickModel(2, 1, 0, 0, 1e9).Of(network, seconds).Seconds, 5 * Microsecond, 5.3 * Microsecond);
        Assert.Equal(5 * Microsecond, new TickModel(9, 1, 0, 0, 1e9).Of(network, seconds).Seconds, 9);
    }

    [Fact]
    public void ANodeTakesNoMoreThanItsBandwidth()
    {
        // Between areas of 1000 values 8040 bytes go each way per tick; the middle node has two such links.
        PlacedNetwork network = Network(3, 0, 0, [0, 0, 1, 2], values: 1000);
        TickTime tick = new TickModel(1, SideBySide: 2, 1e-9, 0, 1e6).Of(network, [1e-9, 1e-9, 1e-9]);
        Assert.Equal(2 * 16_080 / 1e6, tick.Wire, 9);
        Assert.True(tick.IsOnWire);
    }

    private static PlacedNetwork Network(int areas, int up, int down, int[] nodeOfArea, long values = 5)
    {
        List<PlannedLink> links = [];
        for (int area = 1; area < areas; area++)
        {
            links.Add(new PlannedLink(area, area + 1, IsUp: true, values, new LinkTiming(up, down, 0, 0)));
            links.Add(new PlannedLink(area, area + 1, IsUp: false, values, new LinkTiming(down, up, 0, 0)));
        }

        AreaFootprint[] footprints =
            [.. Enumerable.Range(1, areas).Select(area => new AreaFootprint(area, 1, 1, 1, 1, values, values, area))];
        AreaGraph chain = AreaGraph.Chain([.. Enumerable.Repeat(1, areas + 1)]);
        return new PlacedNetwork(chain, footprints, links, IsFree: false, nodeOfArea, ExecutionOptions.Default);
    }
}
