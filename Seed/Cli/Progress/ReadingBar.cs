using System.Diagnostics;
using System.Globalization;
using PalActors.Areas.Toolkit.Files;
using PalActors.Lab.Texts;

namespace PalActors.Cli.Progress;

/// <summary>Bar on a terminal for a large file while it is read.</summary>
/// <remarks>It appears once reading takes a moment, and leaves no trace.</remarks>
internal sealed class ReadingBar : IDisposable
{
    private const int Width = 30;

    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(100);

    private readonly TextWriter _terminal;
    private readonly Lock _drawing = new();
    private string _file = "";
    private long _begun;
    private long _drawn;
    private int _length;

    /// <summary>Watches what is read from now on.</summary>
    /// <param name="terminal">Receives the bar.</param>
    public ReadingBar(TextWriter terminal)
    {
        _terminal = terminal;
        ReadingProgress.Read += Take;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ReadingProgress.Read -= Take;
        lock (_drawing)
            Clear();
    }

    /// <summary>Words the bar.</summary>
    public static string Line(string file, long read, long all)
    {
        double share = all > 0 ? Math.Min(1, (double)read / all) : 1;
        string bar = new string('#', (int)(share * Width)).PadRight(Width, '.');
        return string.Create(
            CultureInfo.InvariantCulture,
            $"reading {Path.GetFileName(file)} [{bar}] {100 * share:F0} % of {ByteSizes.Text(all)}");
    }

    private void Take(string file, long read, long all)
    {
        lock (_drawing)
        {
            if (file != _file)
                (_file, _begun, _drawn) = (file, Stopwatch.GetTimestamp(), 0);
            if (read >= all)
            {
                Clear();
                return;
            }

            if (Stopwatch.GetElapsedTime(_begun) < s_moment
                || (_drawn != 0 && Stopwatch.GetElapsedTime(_drawn) < s_step))
                return;
            _drawn = Stopwatch.GetTimestamp();
            string line = Line(file, read, all);
            _terminal.Write("\r" + line.PadRight(_length));
            _terminal.Flush();
            _length = line.Length;
        }
    }

    private void Clear()
    {
        if (_length == 0)
            return;
        _terminal.Write("\r" + new string(' ', _length) + "\r");
        _terminal.Flush();
        _length = 0;
    }
}
