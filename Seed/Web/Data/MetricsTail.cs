using System.Text;
using PalActors.Lab;
using PalActors.Lab.Results;

namespace PalActors.Web.Data;

/// <summary>Reads what was added to metrics.csv since the last look.</summary>
/// <remarks>
/// A run that goes back to a snapshot replaces the file by a shorter one. So the last line that was read must still be
/// in its place; else the file is read from its beginning.
/// </remarks>
/// <param name="path">The file; it need not be there yet.</param>
internal sealed class MetricsTail(string path)
{
    private long _position;
    private byte[] _last = [];

    /// <summary>Reads the new rows, as far as their lines are whole.</summary>
    /// <param name="isAnew">True if earlier rows no longer count.</param>
    /// <exception cref="InputException">A line is no row.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public IReadOnlyList<MetricRow> Read(out bool isAnew)
    {
        isAnew = false;
        if (!File.Exists(path))
            return [];
        using FileStream stream = new(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (!Continues(stream))
        {
            isAnew = true;
            (_position, _last) = (0, []);
        }

        byte[] bytes = new byte[stream.Length - _position];
        stream.Position = _position;
        int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        int whole = bytes.AsSpan(0, read).LastIndexOf((byte)'\n') + 1;
        if (whole == 0)
            return [];
        string[] lines = Encoding.UTF8.GetString(bytes, 0, whole - 1).Split('\n');
        bool hasHeader = _position == 0;
        if (hasHeader && lines[0] != MetricsFile.Header)
        {
            throw new InputException(
                $"{path}:1: the first line is not '{MetricsFile.Header}'; valid is the {RunFiles.Metrics} of a run.");
        }

        List<MetricRow> rows = [];
        foreach (string line in hasHeader ? lines.Skip(1) : lines)
        {
            rows.Add(MetricsTable.Parse(line)
                ?? throw new InputException($"{path}: '{line}' is not a row of {MetricsFile.Header}."));
        }

        _last = Encoding.UTF8.GetBytes(lines[^1] + "\n");
        _position += whole;
        return rows;
    }

    private bool Continues(FileStream stream)
    {
        if (stream.Length < _position)
            return false;
        byte[] there = new byte[_last.Length];
        stream.Position = _position - _last.Length;
        stream.ReadExactly(there);
        return there.AsSpan().SequenceEqual(_last);
    }
}
