using System.Globalization;
using PalActors.Areas.Contract.Parameters;

namespace PalActors.Areas.Models.RateCells.Parameters;

/// <summary>Values of one area, of parameters that have one for each area above the input.</summary>
/// <param name="reader">Values of the network.</param>
/// <param name="area">The area, 1 or more.</param>
internal sealed class AreaValues(ParameterReader reader, int area)
{
    /// <summary>The area, 1 or more.</summary>
    public int Area => area;

    /// <summary>Reads a real number.</summary>
    /// <exception cref="ParameterException">It is invalid.</exception>
    public double Real(string name) => reader.Reals(name)[area - 1];

    /// <summary>Reads a word.</summary>
    /// <exception cref="ParameterException">It is invalid.</exception>
    public string Word(string name) => reader.Words(name)[area - 1];

    /// <summary>Reads a whole number.</summary>
    /// <exception cref="ParameterException">It is invalid.</exception>
    public int Whole(string name) => Whole(name, Real(name));

    /// <summary>Takes a number that must be whole.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ParameterException">It is not whole, or too large.</exception>
    public static int Whole(string name, double value) => value == Math.Floor(value) && value <= ushort.MaxValue
        ? (int)value
        : throw new ParameterException(
            name,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name} is '{value}'; valid is a whole number, at most {ushort.MaxValue}."));
}
