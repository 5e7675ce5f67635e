using System.Globalization;
using System.Text;

namespace PalActors.Lab.Recording;

/// <summary>A series as NAME.csv: a line per record, tick and coordinates first.</summary>
/// <remarks>Numbers have all the digits that a double needs.</remarks>
internal sealed class CsvSeries : ISeriesWriter
{
    private readonly StreamWriter _writer;
    private readonly IReadOnlyList<RecordCoordinate> _coordinates;
    private int _written;

    /// <summary>Begins the file.</summary>
    /// <param name="path">The file, without extension.</param>
    /// <param name="series">The series.</param>
    /// <param name="coordinates">Coordinates of its records.</param>
    public CsvSeries(string path, RecordedSeries series, IReadOnlyList<RecordCoordinate> coordinates)
    {
        _coordinates = coordinates;
        UTF8Encoding encoding = new(encoderShouldEmitUTF8Identifier: false);
        _writer = new StreamWriter(path + ".csv", append: false, encoding) { NewLine = "\n" };
        _writer.Write(string.Join(',', coordinates.Select(one => one.Name).Prepend("tick")));
        foreach (int neuron in series.Neurons)
        {
            if (!series.IsMatrix)
            {
                _writer.Write(string.Create(CultureInfo.InvariantCulture, $",neuron_{neuron}"));
                continue;
            }

            for (int column = 0; column < series.Columns; column++)
                _writer.Write(string.Create(CultureInfo.InvariantCulture, $",row_{neuron}_column_{column}"));
        }

        _writer.WriteLine();
    }

    /// <inheritdoc/>
    public void Append(RecordedRows rows)
    {
        int width = rows.Series.Width;
        for (int i = 0; i < rows.Ticks.Length; i++)
        {
            _writer.Write(rows.Ticks[i].ToString(CultureInfo.InvariantCulture));
            foreach (RecordCoordinate coordinate in _coordinates)
            {
                _writer.Write(',');
                _writer.Write(coordinate.Text(_written));
            }

            _written++;
            foreach (double value in rows.Values.AsSpan(i * width, width))
            {
                _writer.Write(',');
                _writer.Write(value.ToString("R", CultureInfo.InvariantCulture));
            }

            _writer.WriteLine();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();
}
