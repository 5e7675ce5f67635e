using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Benchmarks;

/// <summary>Bytes and operations of one pass over a projection.</summary>
/// <remarks>Vectors are left out, since they are negligible beside the matrices.</remarks>
/// <param name="Rows">Postsynaptic neurons.</param>
/// <param name="Columns">Presynaptic neurons.</param>
/// <param name="Form">Form of the update of the weights.</param>
internal readonly record struct PassTraffic(int Rows, int Columns, UpdateForm Form)
{
    /// <summary>Reads a shape such as <c>30x4</c>.</summary>
    public static PassTraffic Of(string shape, UpdateForm form)
    {
        int[] size = [.. shape.Split('x').Select(int.Parse)];
        return new PassTraffic(size[0], size[1], form);
    }

    /// <summary>Bytes of the matrices that the pass touches: M, and D where it has one.</summary>
    public long Held => Matrix * (Form == UpdateForm.LowPassed ? 2 : 1);

    /// <summary>Bytes read plus bytes written.</summary>
    public long Moved => Form == UpdateForm.None ? Held : 2 * Held;

    /// <summary>Floating-point operations of the sum and of the update; a fused multiply-add counts as two.</summary>
    public long Operations => (Matrix / sizeof(double)) * (Form switch
    {
        UpdateForm.None => 2,
        UpdateForm.Hebbian => 4,
        // M + D, keep D, and one fused multiply-add.
        UpdateForm.LowPassed => 6,
        UpdateForm.Decaying => 6,
        _ => throw new InvalidOperationException($"{Form} is not measured."),
    });

    // Rows are padded, and the padding is read and written like the rest.
    private long Matrix => (long)Padding.RoundUp(Rows) * Columns * sizeof(double);
}
