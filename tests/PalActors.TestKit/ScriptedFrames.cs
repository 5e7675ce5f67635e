using PalActors.Messages.Frames;

namespace PalActors.TestKit;

/// <summary>Frames as the actors of a network would send them, made from the histories of a plain loop.</summary>
public static partial class ScriptedFrames
{
    /// <summary>Frame that an area (1 to the top) sends to the area above.</summary>
    public static EmissionFrame Up(
        this HistoryLoop loop, int area, long firstTick, int ticks = 1, int generation = 1) =>
        Make(FrameKind.Up, area, generation, firstTick, ticks, loop.Areas[area - 1].Size, [loop.Up[area - 1]]);

    /// <summary>Frame that an area sends to the area below.</summary>
    /// <remarks>It holds potentials, and under BP the factors of the area's last update.</remarks>
    public static EmissionFrame Down(this HistoryLoop loop, int area, long firstTick, int ticks = 1, int generation = 1)
    {
        List<double[]>[] parts = loop.Areas[area - 1].Forward.Pathways[0].Sent is { Parts: 2 }
            ? [loop.Down[area - 1], loop.Factors[area - 1]]
            : [loop.Down[area - 1]];
        return Make(FrameKind.Down, area, generation, firstTick, ticks, loop.Areas[area - 1].Size, parts);
    }

    /// <summary>The stimulus of a presentation (0-based).</summary>
    public static EmissionFrame Stimulus(this HistoryLoop loop, int presentation)
    {
        (long firstTick, int ticks, double[] input, _) = loop.Shown[presentation];
        return Held(FrameKind.Stimulus, 0, firstTick, ticks, input);
    }

    /// <summary>The target of a presentation (0-based).</summary>
    public static EmissionFrame Target(this HistoryLoop loop, int presentation)
    {
        (long firstTick, int ticks, _, double[] target) = loop.Shown[presentation];
        return Held(FrameKind.Target, loop.Areas.Length, firstTick, ticks, target);
    }

    /// <summary>Copies a frame under another sender's name or in another shape, with values that are noticed.</summary>
    public static EmissionFrame As(
        this EmissionFrame frame, long? run = null, int? network = null, int? generation = null, FrameKind? kind = null,
        int? width = null, int? parts = null)
    {
        EmissionFrame other = new(
            kind ?? frame.Kind,
            run ?? frame.Run,
            network ?? frame.Network,
            generation ?? frame.Generation,
            frame.Source,
            width ?? frame.Width,
            parts ?? frame.Parts,
            Math.Max(1, frame.TickCount))
        {
            FirstTick = frame.FirstTick,
            TickCount = frame.TickCount,
        };
        // Values that would be noticed if they were used.
        Array.Fill(other.Values, 1e6);
        return other;
    }

    private static EmissionFrame Make(
        FrameKind kind, int area, int generation, long firstTick, int ticks, int width, List<double[]>[] parts)
    {
        EmissionFrame frame = new(kind, SmallPlans.Run, 0, generation, area, width, parts.Length, ticks)
        {
            FirstTick = firstTick,
            TickCount = ticks,
        };
        for (long tick = firstTick; tick < firstTick + ticks; tick++)
        {
            for (int part = 0; part < parts.Length; part++)
                parts[part][(int)tick].AsSpan(0, width).CopyTo(frame.Part(tick, part));
        }

        return frame;
    }

    private static EmissionFrame Held(FrameKind kind, int area, long firstTick, int ticks, double[] values)
    {
        EmissionFrame frame = new(kind, SmallPlans.Run, 0, 1, area, values.Length, 1, 1)
        {
            FirstTick = firstTick,
            TickCount = ticks,
        };
        values.CopyTo(frame.Values, 0);
        return frame;
    }
}
