using PalActors.Messages.Frames;

namespace PalActors.TestKit;

/// <summary>Frames as the actors of a network would send them, made from the histories of a plain loop.</summary>
public static class ScriptedFrames
{
    /// <summary>What an area (1 to the top) emits to the area above in some ticks.</summary>
    public static RateFrame Up(this HistoryLoop loop, int area, long firstTick, int ticks = 1, int generation = 1) =>
        Make(FrameKind.Up, area, generation, firstTick, ticks, loop.Areas[area - 1].Size, [loop.Up[area - 1]]);

    /// <summary>What an area emits to the area below in some ticks: potentials, and under BP the factors of its last update.</summary>
    public static RateFrame Down(this HistoryLoop loop, int area, long firstTick, int ticks = 1, int generation = 1) =>
        Make(FrameKind.Down, area, generation, firstTick, ticks, loop.Areas[area - 1].Size,
            loop.Areas[area - 1].PartsDown == 2 ? [loop.Down[area - 1], loop.Factors[area - 1]] : [loop.Down[area - 1]]);

    /// <summary>The stimulus of a presentation (0-based).</summary>
    public static RateFrame Stimulus(this HistoryLoop loop, int presentation) =>
        Held(FrameKind.Stimulus, 0, loop.Shown[presentation].FirstTick, loop.Shown[presentation].Ticks, loop.Shown[presentation].Input);

    /// <summary>The target of a presentation (0-based).</summary>
    public static RateFrame Target(this HistoryLoop loop, int presentation) =>
        Held(FrameKind.Target, loop.Areas.Length, loop.Shown[presentation].FirstTick, loop.Shown[presentation].Ticks, loop.Shown[presentation].Target);

    /// <summary>The same values under another sender's name or in another shape.</summary>
    public static RateFrame As(this RateFrame frame, long? run = null, int? network = null, int? generation = null, FrameKind? kind = null, int? width = null, int? parts = null)
    {
        RateFrame other = new(
            kind ?? frame.Kind, run ?? frame.Run, network ?? frame.Network, generation ?? frame.Generation, frame.Source,
            width ?? frame.Width, parts ?? frame.Parts, Math.Max(1, frame.TickCount))
        { FirstTick = frame.FirstTick, TickCount = frame.TickCount };
        // Values that would be noticed if they were used.
        Array.Fill(other.Values, 1e6);
        return other;
    }

    /// <summary>Whether two frames say the same to the bit.</summary>
    public static bool SameBits(this RateFrame frame, RateFrame other)
    {
        if (frame.Kind != other.Kind || frame.Source != other.Source || frame.Width != other.Width || frame.Parts != other.Parts
            || frame.Run != other.Run || frame.Network != other.Network || frame.Generation != other.Generation
            || frame.FirstTick != other.FirstTick || frame.TickCount != other.TickCount)
        {
            return false;
        }

        for (int set = 0; set < frame.Sets; set++)
        {
            for (int part = 0; part < frame.Parts; part++)
            {
                if (!SameBits(frame.Part(frame.FirstTick + set, part)[..frame.Width], other.Part(other.FirstTick + set, part)[..frame.Width]))
                    return false;
            }
        }

        return true;
    }

    private static bool SameBits(ReadOnlySpan<double> a, ReadOnlySpan<double> b) =>
        System.Runtime.InteropServices.MemoryMarshal.AsBytes(a).SequenceEqual(System.Runtime.InteropServices.MemoryMarshal.AsBytes(b));

    private static RateFrame Make(FrameKind kind, int area, int generation, long firstTick, int ticks, int width, List<double[]>[] parts)
    {
        RateFrame frame = new(kind, SmallPlans.Run, 0, generation, area, width, parts.Length, ticks) { FirstTick = firstTick, TickCount = ticks };
        for (long tick = firstTick; tick < firstTick + ticks; tick++)
        {
            for (int part = 0; part < parts.Length; part++)
                parts[part][(int)tick].AsSpan(0, width).CopyTo(frame.Part(tick, part));
        }

        return frame;
    }

    private static RateFrame Held(FrameKind kind, int area, long firstTick, int ticks, double[] values)
    {
        RateFrame frame = new(kind, SmallPlans.Run, 0, 1, area, values.Length, 1, 1) { FirstTick = firstTick, TickCount = ticks };
        values.CopyTo(frame.Values, 0);
        return frame;
    }
}
