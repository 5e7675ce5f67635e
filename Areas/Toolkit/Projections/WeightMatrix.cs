using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Projections;

/// <summary>Matrix of synaptic weights, rows = postsynaptic neurons, columns = presynaptic ones.</summary>
/// <remarks>
/// It is stored in panels of 64 bytes of rows (8 doubles or 16 floats), each panel column by column. The lanes of a
/// vector are rows, so sums over columns run in one fixed order whatever the vector's width, and rows can be split over
/// cores without changing a bit.
/// </remarks>
public sealed partial class WeightMatrix
{
    /// <summary>Largest number of weights of a matrix, rows padded to whole panels: the capacity of an array.</summary>
    public const int MostWeights = 2_147_483_000;

    /// <summary>Creates a matrix of zeros.</summary>
    /// <param name="rows">Postsynaptic neurons.</param>
    /// <param name="columns">Presynaptic neurons.</param>
    /// <param name="precision">Precision of the weights.</param>
    public WeightMatrix(int rows, int columns, Precision precision = Precision.Double)
    {
        Rows = rows;
        Columns = columns;
        Precision = precision;
        Lanes = precision == Precision.Double ? Padding.Lanes : 2 * Padding.Lanes;
        PaddedRows = (rows + Lanes - 1) & -Lanes;
        int size = checked(PaddedRows * columns);
        Doubles = new AlignedArray<double>(precision == Precision.Double ? size : 0);
        Singles = new AlignedArray<float>(precision == Precision.Single ? size : 0);
    }

    /// <summary>Computes the number of weights of a matrix with padding, an upper bound for both precisions.</summary>
    /// <param name="rows">Postsynaptic neurons.</param>
    /// <param name="columns">Presynaptic neurons.</param>
    public static long PaddedSize(int rows, int columns)
    {
        const int panel = 2 * Padding.Lanes;
        return ((long)rows + panel - 1) / panel * panel * columns;
    }

    /// <summary>Number of postsynaptic neurons.</summary>
    public int Rows { get; }

    /// <summary>Number of presynaptic neurons.</summary>
    public int Columns { get; }

    /// <summary>Precision of the weights.</summary>
    public Precision Precision { get; }

    /// <summary>Number of rows of a panel.</summary>
    public int Lanes { get; }

    /// <summary>Number of rows, rounded up to whole panels.</summary>
    public int PaddedRows { get; }

    /// <summary>
    /// Weight from presynaptic neuron <paramref name="column"/> to postsynaptic neuron <paramref name="row"/>.
    /// </summary>
    /// <remarks>It is rounded where the matrix is of floats.</remarks>
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

    /// <summary>Storage of a matrix of doubles; rows beyond <see cref="Rows"/> are padding.</summary>
    internal AlignedArray<double> Doubles { get; }

    /// <summary>Storage of a matrix of floats.</summary>
    internal AlignedArray<float> Singles { get; }

    /// <summary>Gets the storage with the elements of <see cref="Precision"/>.</summary>
    /// <exception cref="InvalidCastException">The elements are of another type.</exception>
    internal AlignedArray<T> Storage<T>()
        where T : unmanaged => (AlignedArray<T>)(object)(Precision == Precision.Double ? Doubles : Singles);

    private int Index(int row, int column) => ((row & -Lanes) * Columns) + (column * Lanes) + (row & (Lanes - 1));
}
