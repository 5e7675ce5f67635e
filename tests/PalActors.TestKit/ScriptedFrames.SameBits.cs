using System.Runtime.InteropServices;
using PalActors.Messages.Frames;

namespace PalActors.TestKit;

/// <content>Comparison of frames.</content>
public static partial class ScriptedFrames
{
    /// <summary>Checks whether two frames are the same to the bit.</summary>
    public static bool SameBits(this EmissionFrame frame, EmissionFrame other)
    {
        if (frame.Kind != other.Kind || frame.Source != other.Source
            || frame.Width != other.Width || frame.Parts != other.Parts
            || frame.Run != other.Run || frame.Network != other.Network || frame.Generation != other.Generation
            || frame.FirstTick != other.FirstTick || frame.TickCount != other.TickCount)
        {
            return false;
        }

        for (int set = 0; set < frame.Sets; set++)
        {
            for (int part = 0; part < frame.Parts; part++)
            {
                Span<double> one = frame.Part(frame.FirstTick + set, part);
                Span<double> two = other.Part(other.FirstTick + set, part);
                if (!SameBits(one[..frame.Width], two[..frame.Width]))
                    return false;
            }
        }

        return true;
    }

    private static bool SameBits(ReadOnlySpan<double> a, ReadOnlySpan<double> b) =>
        MemoryMarshal.AsBytes(a).SequenceEqual(MemoryMarshal.AsBytes(b));
}
