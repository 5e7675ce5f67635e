using System.Numerics;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Projections;

/// <content>Access to all weights at once.</content>
public sealed partial class WeightMatrix
{
    /// <summary>Checks whether all weights are finite, padding left out, without allocation.</summary>
    public bool IsFinite => Precision == Precision.Double ? AllFinite(Doubles.Span) : AllFinite(Singles.Span);

    /// <summary>Gets the weights row by row.</summary>
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

    /// <summary>Sets the weights given row by row.</summary>
    /// <exception cref="ArgumentException">Their number is not rows x columns.</exception>
    public void FromRowMajor(ReadOnlySpan<double> values)
    {
        if (values.Length != Rows * Columns)
        {
            throw new ArgumentException(
                $"A {Rows} x {Columns} matrix takes {Rows * Columns} values, not {values.Length}.", nameof(values));
        }

        Doubles.Span.Clear();
        Singles.Span.Clear();
        for (int i = 0; i < Rows; i++)
        {
            for (int j = 0; j < Columns; j++)
                this[i, j] = values[i * Columns + j];
        }
    }

    /// <summary>Copies the matrix.</summary>
    public WeightMatrix Copy()
    {
        WeightMatrix copy = new(Rows, Columns, Precision);
        Doubles.Span.CopyTo(copy.Doubles.Span);
        Singles.Span.CopyTo(copy.Singles.Span);
        return copy;
    }

    /// <summary>Sets the negative of another matrix of the same shape and precision.</summary>
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
}
