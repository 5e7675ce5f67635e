using PalActors.Areas.Model.Numerics;

namespace PalActors.Areas.Model.Projections;

/// <summary>
/// A matrix of synaptic weights, rows = postsynaptic neurons, columns = presynaptic ones. Stored in panels of eight rows, each panel
/// column by column: the lanes of a vector are rows, so sums over columns run in one fixed order whatever the vector's width, and
/// rows can be split over cores without changing a bit.
/// </summary>
public sealed class WeightMatrix
{
    /// <summary>A matrix of zeros.</summary>
    public WeightMatrix(int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
        Panels = new double[checked(Padding.RoundUp(rows) * columns)];
    }

    /// <summary>Postsynaptic neurons.</summary>
    public int Rows { get; }

    /// <summary>Presynaptic neurons.</summary>
    public int Columns { get; }

    /// <summary>The storage; rows beyond <see cref="Rows"/> are padding.</summary>
    public double[] Panels { get; }

    /// <summary>The weight from presynaptic neuron <paramref name="column"/> to postsynaptic neuron <paramref name="row"/>.</summary>
    public double this[int row, int column]
    {
        get => Panels[Index(row, column)];
        set => Panels[Index(row, column)] = value;
    }

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
        Array.Clear(Panels);
        for (int i = 0; i < Rows; i++)
        {
            for (int j = 0; j < Columns; j++)
                this[i, j] = values[i * Columns + j];
        }
    }

    /// <summary>Takes the negative of another matrix of the same shape.</summary>
    public void NegateFrom(WeightMatrix other)
    {
        double[] source = other.Panels;
        for (int k = 0; k < Panels.Length; k++)
            Panels[k] = -source[k];
    }

    private int Index(int row, int column) => (row & ~(Padding.Lanes - 1)) * Columns + column * Padding.Lanes + (row & (Padding.Lanes - 1));
}
