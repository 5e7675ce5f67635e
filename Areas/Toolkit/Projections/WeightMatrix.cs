using System.Numerics;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Projections;

/// <summary>
/// A matrix of synaptic weights, rows = postsynaptic neurons, columns = presynaptic ones. Stored in panels of 64 bytes of rows (8 doubles or 16 floats), each panel
/// column by column: the lanes of a vector are rows, so sums over columns run in one fixed order whatever the vector's width, and
/// rows can be split over cores without changing a bit.
/// </summary>
public sealed class WeightMatrix
{
    /// <summary>The most weights of a matrix, rows padded to whole panels: what an array can hold.</summary>
    public const int MostWeights = 2_147_483_000;

    /// <summary>A matrix of zeros.</summary>
    /// <param name="rows">Postsynaptic neurons.</param>
    /// <param name="columns">Presynaptic neurons.</param>
    /// <param name="precision">What the weights are held in.</param>
    public WeightMatrix(int rows, int columns, Precision precision = Precision.Double)
    {
        Rows = rows;
        Columns = columns;
        Precision = precision;
        Lanes = precision == Precision.Double ? Padding.Lanes : 2 * Padding.Lanes;
        int size = checked(PaddedRows * columns);
        Doubles = new AlignedArray<double>(precision == Precision.Double ? size : 0);
        Singles = new AlignedArray<float>(precision == Precision.Single ? size : 0);
    }

    /// <summary>Number of weights of a matrix with padding, at most what either precision takes.</summary>
    /// <param name="rows">Postsynaptic neurons.</param>
    /// <param name="columns">Presynaptic neurons.</param>
    public static long PaddedSize(int rows, int columns)
    {
        const int panel = 2 * Padding.Lanes;
        return ((long)rows + panel - 1) / panel * panel * columns;
    }

    /// <summary>Postsynaptic neurons.</summary>
    public int Rows { get; }

    /// <summary>Presynaptic neurons.</summary>
    public int Columns { get; }

    /// <summary>What the weights are held in.</summary>
    public Precision Precision { get; }

    /// <summary>Rows of a panel.</summary>
    public int Lanes { get; }

    /// <summary><see cref="Rows"/>, rounded up to whole panels.</summary>
    public int PaddedRows => (Rows + Lanes - 1) & -Lanes;

    /// <summary>The weight from presynaptic neuron <paramref name="column"/> to postsynaptic neuron <paramref name="row"/>; rounded where the matrix is of floats.</summary>
    public double this[int row, int column]
    {
        get => Precision == Precision.Double ? Doubles[Index(row, column)] : Singles[Index(row, column)];
        set
        {
            if (Precision == Precision.Double)
                Doubles[Index(row, column)] = value;
            else
                Singles[Index(row, column)] = (float)value;
        }
    }

    /// <summary>The storage of a matrix of doubles; rows beyond <see cref="Rows"/> are padding.</summary>
    internal AlignedArray<double> Doubles { get; }

    /// <summary>The storage of a matrix of floats.</summary>
    internal AlignedArray<float> Singles { get; }

    /// <summary>The storage, of the elements that <see cref="Precision"/> says.</summary>
    /// <exception cref="InvalidCastException">Its elements are others.</exception>
    internal AlignedArray<T> Storage<T>()
        where T : unmanaged => (AlignedArray<T>)(object)(Precision == Precision.Double ? Doubles : Singles);

    /// <summary>Indicates whether all weights are finite, padding left out, without allocation.</summary>
    public bool IsFinite => Precision == Precision.Double ? AllFinite(Doubles.Span) : AllFinite(Singles.Span);

    /// <summary>The weights row by row.</summary>
    public double[] ToRowMajor()
    {
        double[] values = new double[Rows * Columns];
        for (int i = 0; i < Rows; i++)
        {
            for (int j = 0; j < Columns; j++)
                values[i * Columns + j] = this[i, j];
        }

        return values;
    }

    /// <summary>Takes weights given row by row.</summary>
    /// <exception cref="ArgumentException">Their number is not rows x columns.</exception>
    public void FromRowMajor(ReadOnlySpan<double> values)
    {
        if (values.Length != Rows * Columns)
            throw new ArgumentException($"A {Rows} x {Columns} matrix takes {Rows * Columns} values, not {values.Length}.", nameof(values));
        Doubles.Span.Clear();
        Singles.Span.Clear();
        for (int i = 0; i < Rows; i++)
        {
            for (int j = 0; j < Columns; j++)
                this[i, j] = values[i * Columns + j];
        }
    }

    /// <summary>A matrix of its own with the same weights.</summary>
    public WeightMatrix Copy()
    {
        WeightMatrix copy = new(Rows, Columns, Precision);
        Doubles.Span.CopyTo(copy.Doubles.Span);
        Singles.Span.CopyTo(copy.Singles.Span);
        return copy;
    }

    /// <summary>Takes the negative of another matrix of the same shape and precision.</summary>
    public void NegateFrom(WeightMatrix other)
    {
        for (int k = 0; k < Doubles.Length; k++)
            Doubles[k] = -other.Doubles[k];
        for (int k = 0; k < Singles.Length; k++)
            Singles[k] = -other.Singles[k];
    }

    private bool AllFinite<T>(ReadOnlySpan<T> storage)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int whole = (Rows & -Lanes) * Columns, rest = Rows & (Lanes - 1);
        if (!Finite.All(storage[..whole]))
            return false;
        for (int at = whole; rest > 0 && at < storage.Length; at += Lanes)
        {
            if (!Finite.All(storage.Slice(at, rest)))
                return false;
        }

        return true;
    }

    private int Index(int row, int column) => ((row & -Lanes) * Columns) + (column * Lanes) + (row & (Lanes - 1));
}
