using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PalActors.Areas.Model.Numerics;

namespace PalActors.Areas.Model.Populations;

/// <summary>An activation function phi, from prospective potentials to rates, and its derivative. FORMAT section 2.</summary>
public abstract class Activation
{
    private static readonly Activation[] s_all =
    [
        new Activation<LinearFunction, OneFunction>("linear"),
        new Activation<ReluFunction, StepFunction>("relu"),
        new Activation<SoftPlusFunction, LogisticFunction>("soft_relu"),
        new Activation<LogisticFunction, LogisticDerivative>("logistic"),
        new Activation<TanhFunction, TanhDerivative>("tanh"),
        new Activation<HardSigmoidFunction, HardSigmoidDerivative>("hard_sigmoid"),
    ];

    private protected Activation(string name) => Name = name;

    /// <summary>Names of all activation functions.</summary>
    public static string[] Names { get; } = [.. s_all.Select(a => a.Name)];

    /// <summary>Name in experiment files.</summary>
    public string Name { get; }

    /// <summary>The activation function of this name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Activation Get(string name) => Array.Find(s_all, a => a.Name == name)
        ?? throw new ArgumentException($"'{name}' is not an activation function; valid is one of {string.Join(", ", Names)}.", nameof(name));

    /// <summary>y = phi(x), on padded arrays.</summary>
    public abstract void Rates(ReadOnlySpan<double> x, Span<double> y);

    /// <summary>y = phi'(x), on padded arrays.</summary>
    public abstract void Derivatives(ReadOnlySpan<double> x, Span<double> y);

    /// <summary>result = scale (r - phi(gain v)), on padded arrays: how far a soma's rate is from what a dendrite at v predicts.</summary>
    public abstract void Mismatch(double[] r, double gain, double[] v, double scale, double[] result);
}

/// <summary>An activation function whose code the compiler inlines into its loops.</summary>
internal sealed class Activation<TPhi, TDerivative>(string name) : Activation(name)
    where TPhi : struct, IUnaryFunction
    where TDerivative : struct, IUnaryFunction
{
    public override void Rates(ReadOnlySpan<double> x, Span<double> y) => Elementwise.Map<TPhi>(x, y);

    public override void Derivatives(ReadOnlySpan<double> x, Span<double> y) => Elementwise.Map<TDerivative>(x, y);

    public override void Mismatch(double[] r, double gain, double[] v, double scale, double[] result)
    {
        if (Vector512.IsHardwareAccelerated)
            Mismatch<Vector512<double>, Vector512<ulong>, Lanes512>(r, gain, v, scale, result);
        else
            Mismatch<Vector256<double>, Vector256<ulong>, Lanes256>(r, gain, v, scale, result);
    }

    private static void Mismatch<TVector, TBits, TLanes>(double[] r, double gain, double[] v, double scale, double[] result)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        ref double rRef = ref MemoryMarshal.GetArrayDataReference(r);
        ref double vRef = ref MemoryMarshal.GetArrayDataReference(v);
        ref double resultRef = ref MemoryMarshal.GetArrayDataReference(result);
        TVector c = TLanes.Create(gain), s = TLanes.Create(scale);
        for (nuint i = 0; i < (nuint)result.Length; i += (nuint)TLanes.Count)
        {
            TVector predicted = TPhi.Apply<TVector, TBits, TLanes>(TLanes.Multiply(c, TLanes.Load(ref vRef, i)));
            TLanes.Store(TLanes.Multiply(s, TLanes.Subtract(TLanes.Load(ref rRef, i), predicted)), ref resultRef, i);
        }
    }
}
