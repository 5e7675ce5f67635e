using System.Diagnostics;
using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Lab.Results;
using PalActors.Messages.Control;

namespace PalActors.Cli.Progress;

/// <summary>Decides when to write a line on the progress of one network.</summary>
/// <param name="network">The network.</param>
internal sealed partial class NetworkLines(NetworkRecord network)
{
    private const int FewEpochs = 50;
    private static readonly TimeSpan s_silence = TimeSpan.FromSeconds(5);

    // The first line comes soon: it shows that the simulation moves, and how fast.
    private static readonly TimeSpan s_first = TimeSpan.FromMilliseconds(300);

    private readonly RateMeter _rate = new(network);
    private readonly MetricDescriptor? _headline = network.Cells.Headline();
    private readonly double _dt = Figures.Dt(network.Plan);
    private readonly int _epochs = Figures.Epochs(network.Plan);
    private long _last;
    private long _measured;

    // An earlier run wrote lines on its evaluations.
    private int _written = network.EvaluationsBefore;
    private bool _finished;
    private bool _silent = true;

    /// <summary>Looks at the network, and writes lines that are due.</summary>
    public void Look(TextWriter output)
    {
        if (!network.Started || _finished)
            return;
        // Silence counts from the start of the network, which may have waited long for its turn.
        if (_last == 0)
            _last = Stopwatch.GetTimestamp();
        // Read the outcome first, so that everything recorded before it is seen too.
        _finished = network.Outcome is not null;
        _rate.Sample();
        WriteEpochs(output);
        if (_finished)
        {
            string how = Figures.How(network.Outcome!, "finished");
            string end = $"{how} at tick {network.Tick} after {Figures.Duration(network.Seconds)}";
            Write(output, end, Outcome(), Speed());
        }
        else if (Stopwatch.GetElapsedTime(_last) > (_silent ? s_first : s_silence))
        {
            string share = string.Create(CultureInfo.InvariantCulture, $"{100 * Figures.Share(network):F1} % done");
            Write(output, $"epoch {Figures.Epoch(network)}/{_epochs}", share, SoFar(), Speed(), Left());
        }
    }

    private void WriteEpochs(TextWriter output)
    {
        // The angles of an evaluation may arrive after its value, area by area.
        long measured = _finished ? long.MaxValue : network.MeasuredTick;
        if (measured == _measured || network.Validation is not { } metric)
            return;
        _measured = measured;
        IReadOnlyList<Metric> scores = network.Values(metric.Name);
        for (; _written < scores.Count && scores[_written].Tick <= measured; _written++)
        {
            Metric score = scores[_written];
            if (_epochs <= FewEpochs || score.Epoch == _epochs || Stopwatch.GetElapsedTime(_last) > s_silence)
                Write(output, Epoch(metric, score));
        }
    }

    private void Write(TextWriter output, params string[] parts)
    {
        _last = Stopwatch.GetTimestamp();
        _silent = false;
        output.WriteLine(Join([Figures.Name(network.Plan), .. parts]));
        output.Flush();
    }
}
