using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>Vector of one float: the generic kernels as scalar code.</summary>
/// <remarks>It serves single values and tests, which compare it with the wide lanes bit by bit.</remarks>
public readonly struct Singles1 : ISingleLanes<float, uint>
{
    /// <inheritdoc/>
    public static int Count => 1;

    /// <inheritdoc/>
    public static int Lanes => 2 * Padding.Lanes;

    /// <inheritdoc/>
    public static float Create(float value) => value;

    /// <inheritdoc/>
    public static uint CreateBits(uint value) => value;

    /// <inheritdoc/>
    public static float Load(ref readonly float source, nuint offset) =>
        Unsafe.Add(ref Unsafe.AsRef(in source), offset);

    /// <inheritdoc/>
    public static void Store(float value, ref float target, nuint offset) => Unsafe.Add(ref target, offset) = value;

    /// <inheritdoc/>
    public static float Add(float a, float b) => a + b;

    /// <inheritdoc/>
    public static float Subtract(float a, float b) => a - b;

    /// <inheritdoc/>
    public static float Multiply(float a, float b) => a * b;

    /// <inheritdoc/>
    public static float Divide(float a, float b) => a / b;

    /// <inheritdoc/>
    public static float Fma(float a, float b, float c) => Fused.MultiplyAdd(a, b, c);

    /// <inheritdoc/>
    public static float Abs(float a) => MathF.Abs(a);

    /// <inheritdoc/>
    public static uint Greater(float a, float b) =>
        Vector128.GreaterThan(Vector128.CreateScalarUnsafe(a), Vector128.CreateScalarUnsafe(b)).AsUInt32().ToScalar();

    /// <inheritdoc/>
    public static float Select(uint mask, float yes, float no) =>
        BitConverter.UInt32BitsToSingle(
            (mask & BitConverter.SingleToUInt32Bits(yes)) | (~mask & BitConverter.SingleToUInt32Bits(no)));

    /// <inheritdoc/>
    public static uint AsBits(float a) => BitConverter.SingleToUInt32Bits(a);

    /// <inheritdoc/>
    public static float AsSingle(uint a) => BitConverter.UInt32BitsToSingle(a);

    /// <inheritdoc/>
    public static uint And(uint a, uint b) => a & b;

    /// <inheritdoc/>
    public static uint Or(uint a, uint b) => a | b;

    /// <inheritdoc/>
    public static uint Xor(uint a, uint b) => a ^ b;

    /// <inheritdoc/>
    public static uint ShiftLeft(uint a, int count) => a << count;
}
