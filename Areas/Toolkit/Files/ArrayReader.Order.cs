using System.Runtime.CompilerServices;
using System.Text;

namespace PalActors.Areas.Toolkit.Files;

/// <content>Order of values, and texts.</content>
internal sealed partial class ArrayReader
{
    // As many rows are written side by side: the lines of the cache that they are in are then used whole.
    private const int Block = 32;

    // From the first dimension fastest to the last one fastest.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private T[] InRows<T>(T[] columns, int width)
    {
        int[] places = Places(width);
        T[] rows = new T[columns.Length];
        for (int first = 0; first < _rows; first += Block)
        {
            int end = Math.Min(_rows, first + Block);
            for (int column = 0; column < width; column++)
            {
                int from = _rows * places[column];
                for (int row = first; row < end; row++)
                    rows[(row * width) + column] = columns[from + row];
            }
        }

        return rows;
    }

    // For each value of a row, its place where the first of the other dimensions is the fastest.
    private int[] Places(int width)
    {
        int[] places = new int[width];
        for (int column = 0; column < width; column++)
        {
            int rest = column, stride = width, place = 0;
            for (int axis = _shape.Length - 1; axis >= 0; axis--)
            {
                stride /= _shape[axis];
                place += rest % _shape[axis] * stride;
                rest /= _shape[axis];
            }

            places[column] = place;
        }

        return places;
    }

    private LabelColumn ReadTexts()
    {
        ElementType type = outline.Type;
        byte[] all = bytes.Read<byte>(checked(_rows * type.Size), isBig: false, where);
        Encoding encoding = type.Kind == 'S' ? Encoding.UTF8 : new UTF32Encoding(type.IsBig, byteOrderMark: false);
        LabelCollector labels = new();
        for (int row = 0; row < _rows; row++)
        {
            string text = encoding.GetString(all, row * type.Size, type.Size).TrimEnd('\0');
            if (text.Trim().Length == 0)
                throw new DataFileException($"{where}[{row}] is empty; valid is a label.");
            labels.Add(text);
        }

        return labels.Collected();
    }
}
