using System.Text;
using nietras.SeparatedValues;

namespace PalActors.Areas.Toolkit.Files;

/// <content>Rows of the table.</content>
internal sealed partial class CsvText
{
    /// <summary>Enumerates the rows, which live until the next one.</summary>
    public ref struct RowEnumerator(CsvText text)
    {
        private int _rows;

        /// <summary>This row.</summary>
        public readonly SepReader.Row Current => text._reader.Current;

        /// <summary>Itself.</summary>
        public readonly RowEnumerator GetEnumerator() => this;

        /// <summary>Goes to the next row.</summary>
        /// <exception cref="DataFileException">It has more or fewer fields, or there is none at all.</exception>
        public bool MoveNext()
        {
            try
            {
                while (text._reader.MoveNext())
                {
                    SepReader.Row row = text._reader.Current;
                    if (row.ColCount == text.Header.Count)
                        return Take();
                    if (row.ColCount != 1 || !row[0].Span.IsWhiteSpace())
                        throw Ragged(row);
                }
            }
            catch (DecoderFallbackException)
            {
                throw NotText(text._path);
            }

            long length = text._file.Length;
            ReadingProgress.Report(text._path, length, length);
            return _rows > 0
                ? false
                : throw new DataFileException($"{text._path}: there is only a header; valid is one or more rows.");
        }

        private bool Take()
        {
            if (++_rows % RowsPerReport == 0)
                ReadingProgress.Report(text._path, text._file.Position, text._file.Length);
            return true;
        }

        private readonly DataFileException Ragged(SepReader.Row row) => new(
            $"{text._path}:{row.LineNumberFrom}: row {row.RowIndex} has {row.ColCount} columns; "
            + $"valid is {text.Header.Count}, as the header.");
    }
}
