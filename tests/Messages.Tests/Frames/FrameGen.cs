using CsCheck;
using PalActors.Messages.Frames;

namespace PalActors.Messages.Tests.Frames;

/// <summary>
/// Random frames: any kind and shape, any tick, in a buffer of their own or in a shared ring with spare room.
/// </summary>
internal static class FrameGen
{
    public static readonly Gen<FrameKind> Kind = Gen.Int[1, 4].Select(k => (FrameKind)k);

    public static readonly Gen<EmissionFrame> Frame =
        from kind in Kind
        from width in Gen.Int[1, 70]
        from parts in Gen.Int[1, FrameCodec.MaxParts]
        from ticks in Gen.Int[1, 9]
        from firstTick in Gen.OneOf(Gen.Long[1, 100], Gen.Long[1, long.MaxValue - 100])
        from spare in Gen.Int[0, 3]
        from identity in Gen.Select(Gen.Long, Gen.Int, Gen.Int, Gen.Int)
        from seed in Gen.Int
        select Make(kind, width, parts, ticks, firstTick, spare, identity, seed);

    /// <summary>The values of a frame, set by set and part by part, without padding.</summary>
    public static double[] ValuesOf(EmissionFrame frame)
    {
        List<double> values = [];
        for (int set = 0; set < frame.Sets; set++)
        {
            for (int part = 0; part < frame.Parts; part++)
                values.AddRange(frame.Part(frame.FirstTick + set, part)[..frame.Width]);
        }

        return [.. values];
    }

    public static long[] Bits(IEnumerable<double> values) => [.. values.Select(BitConverter.DoubleToInt64Bits)];

    private static EmissionFrame Make(
        FrameKind kind, int width, int parts, int ticks, long firstTick, int spare,
        (long Run, int Network, int Generation, int Source) identity, int seed)
    {
        bool held = kind is FrameKind.Stimulus or FrameKind.Target;
        int room = held ? 1 : EmissionFrame.RoundUpToPowerOfTwo(ticks) << spare;
        double[] ring = new double[EmissionFrame.RoundUpToAlignment(width) * parts * room];
        // Arbitrary bits: codecs accept any value, NaN included. Padding is random too.
        Random random = new(seed);
        for (int i = 0; i < ring.Length; i++)
            ring[i] = random.Next(4) == 0
                ? BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue))
                : random.NextDouble() - 0.5;
        return new EmissionFrame(
            kind, identity.Run, identity.Network, identity.Generation, identity.Source, width, parts, ring)
        {
            FirstTick = firstTick,
            TickCount = ticks,
        };
    }
}
