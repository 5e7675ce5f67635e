using PalActors.Messages.Frames;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Nodes;

/// <summary>Frames for a network that are wrong in one thing each, and bytes that are no frames.</summary>
/// <remarks>Their values would be noticed if they were used.</remarks>
internal sealed partial class HostileFrames(NetworkPlan plan, int generation, Random random)
{
    /// <summary>Makes a frame for an area (1 to the top) that it must not use.</summary>
    public EmissionFrame For(int area)
    {
        bool held = random.Next(3) == 0 && (area == 1 || area == plan.Top);
        FrameKind kind = held
            ? area == 1 ? FrameKind.Stimulus : FrameKind.Target
            : area == 1 ? FrameKind.Down : area == plan.Top ? FrameKind.Up : (FrameKind)random.Next(1, 3);
        int source = kind switch
        {
            FrameKind.Up => area - 1,
            FrameKind.Down => area + 1,
            FrameKind.Stimulus => 0,
            _ => area,
        };
        int presentation = plan.Schedule.Phases[0].PresentationTicks;
        int width = plan.Layers[source], parts = 1, network = plan.Network, ticks = held ? presentation : 1;
        long run = plan.Run, tick = 1 + (presentation * random.NextInt64(0, 1000));
        int ofGeneration = generation;
        switch (random.Next(9))
        {
            case 0:
                run += random.Next(2) == 0 ? 1 : random.NextInt64();
                break;
            case 1:
                network = random.Next(2) == 0 ? -1 : random.Next(1, int.MaxValue);
                break;
            case 2:
                ofGeneration += random.Next(2) == 0 ? -random.Next(1, 5) : random.Next(1, int.MaxValue - 1);
                break;
            case 3:
                source = random.Next(3) switch { 0 => -1, 1 => int.MinValue, _ => plan.Top + random.Next(1, 1000) };
                break;
            case 4:
                width = random.Next(3) switch
                {
                    0 => width + 1,
                    1 => width + random.Next(2, 300),
                    _ => Math.Max(1, width - 2),
                };
                break;
            case 5:
                parts = 2;
                break;
            case 6:
                // Far beyond what the area can use; a presentation of other ticks than its own.
                tick = held
                    ? tick + random.Next(1, presentation)
                    : plan.Schedule.EndTick + random.NextInt64(1, long.MaxValue / 2);
                break;
            case 7:
                ticks = held ? random.Next(2) == 0 ? 1_000_000_000 : presentation + 1 : random.Next(64, 200);
                tick = held ? tick : random.NextInt64(1, plan.Schedule.EndTick);
                break;
            default:
                // Of a kind that this area never receives.
                kind = area == plan.Top ? FrameKind.Down
                    : area == 1 ? FrameKind.Up
                    : random.Next(2) == 0 ? FrameKind.Stimulus : FrameKind.Target;
                ticks = IsHeld(kind) ? presentation : 1;
                break;
        }

        EmissionFrame frame = new(kind, run, network, ofGeneration, source, width, parts, IsHeld(kind) ? 1 : ticks)
        {
            FirstTick = tick,
            TickCount = ticks,
        };
        Array.Fill(frame.Values, random.Next(3) switch { 0 => double.NaN, 1 => double.PositiveInfinity, _ => 1e6 });
        return frame;
    }

    private static bool IsHeld(FrameKind kind) => kind is FrameKind.Stimulus or FrameKind.Target;
}
