using System.Globalization;
using System.Text;

namespace PalActors.Lab.Recording;

/// <summary>A series as NAME.csv: a line per record, the tick first.</summary>
/// <remarks>Numbers have all the digits that a double needs.</remarks>
internal sealed class CsvSeries : ISeriesWriter
{
    private readonly StreamWriter _writer;

    /// <summary>Begins the file.</summary>
    public CsvSeries(string path, RecordedSeries series)
    {
        UTF8Encoding encoding = new(encoderShouldEmitUTF8Identifier: false);
        _writer = new StreamWriter(path + ".csv", append: false, encoding) { NewLine = "\n" };
        _writer.Write("tick");
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
