using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Populations;

/// <summary>Activation function whose code the compiler inlines into its loops.</summary>
internal sealed partial class Activation<TPhi, TDerivative>(
    string name, double low = double.NegativeInfinity, double high = double.PositiveInfinity)
    : Activation(name, low, high)
    where TPhi : struct, IUnaryFunction
    where TDerivative : struct, IUnaryFunction
{
    [MethodImpl(Kernel.Compiled)]
    public override void Rates(double[] x, double[] y, int size)
    {
        if (Vector512.IsHardwareAccelerated)
            Map<TPhi, Vector512<double>, Vector512<ulong>, Lanes512>(x, y, size);
        else
            Map<TPhi, Vector256<double>, Vector256<ulong>, Lanes256>(x, y, size);
    }

    [MethodImpl(Kernel.Compiled)]
    public override void Derivatives(double[] x, double[] y, int size)
    {
        if (Vector512.IsHardwareAccelerated)
            Map<TDerivative, Vector512<double>, Vector512<ulong>, Lanes512>(x, y, size);
        else
            Map<TDerivative, Vector256<double>, Vector256<ulong>, Lanes256>(x, y, size);
    }

    [MethodImpl(Kernel.Compiled)]
    public override void LookAhead(
        double[] u, double[] uPrevious, double gain, double[] ub, double[] r, double[] rPrevious, double[] hp,
        double rate, int size)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            LookAhead<Vector512<double>, Vector512<ulong>, Lanes512, No>(
                u, uPrevious, gain, ub, r, rPrevious, hp, rate, u, 0, r, size);
        }
        else
        {
            LookAhead<Vector256<double>, Vector256<ulong>, Lanes256, No>(
                u, uPrevious, gain, ub, r, rPrevious, hp, rate, u, 0, r, size);
        }
    }

    [MethodImpl(Kernel.Compiled)]
    public override void LookAhead(
        double[] u, double[] uPrevious, double gain, double[] ub, double[] r, double[] rPrevious, double[] hp,
        double rate, double[] v, double dendriteGain, double[] error, int size)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            LookAhead<Vector512<double>, Vector512<ulong>, Lanes512, Yes>(
                u, uPrevious, gain, ub, r, rPrevious, hp, rate, v, dendriteGain, error, size);
        }
        else
        {
            LookAhead<Vector256<double>, Vector256<ulong>, Lanes256, Yes>(
                u, uPrevious, gain, ub, r, rPrevious, hp, rate, v, dendriteGain, error, size);
        }
    }
}
