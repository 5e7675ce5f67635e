using PalActors.Areas.Contract;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Messages.Frames;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.RateCells.Remedies;

/// <summary>A tick of rate cells allocates nothing on the heap, with and without remedies.</summary>
public sealed class RateTickTests
{
    private const long Tick = 50;

    [Theory]
    [InlineData("PAL", true)]
    [InlineData("PAL", false)]
    [InlineData("DFA", true)]
    [InlineData("BP", true)]
    public void ATickAllocatesNothing(string model, bool remedies)
    {
        GivenRates given = RateCases.Pooled(
            Enum.Parse<RateAlgorithm>(model), [3, 1], [2, 4], eta: 0.5, sigma: 0.2, remedies);
        foreach (IArea area in given.CreateLoop().Areas)
        {
            Arrival[] arrivals =
                [.. area.Ports.Incoming.Select(port => new Here(Frame(port.Kind, port.Width, port.Parts)))];
            Departure[] departures =
                [.. area.Ports.Outgoing.Select(port => new Open(Frame(port.Kind, port.Width, port.Parts)))];
            Assert.Equal(0, Allocations.Least(() => Pass(area, arrivals, departures)));
        }
    }

    // The tick after settles this one.
    private static void Pass(IArea area, Arrival[] arrivals, Departure[] departures)
    {
        TickContext tick = new(Tick, SmallPlans.Learning, 10, 10);
        for (int i = 0; i < 10; i++)
        {
            if (area.EmitsPresented)
                area.Present(tick, new Arrivals(arrivals));
            area.Emit(tick, new Emission(departures, Tick));
            area.Integrate(tick, new Arrivals(arrivals));
            if (area.Ports.Incoming[1].Settles)
                area.Settle(new Arrivals(arrivals));
        }
    }

    private static EmissionFrame Frame(FrameKind kind, int width, int parts) =>
        new(kind, 1, 0, 1, 1, width, parts, 1) { FirstTick = Tick, TickCount = 1 };

    private sealed class Here : Arrival
    {
        public Here(EmissionFrame frame) => (Chosen, Frame) = (Tick, frame);

        protected override EmissionFrame Retained(long emission) => throw new InvalidOperationException("Not here.");
    }

    private sealed class Open : Departure
    {
        public Open(EmissionFrame frame) => OpenFrame = frame;
    }
}
