using System.Diagnostics;
using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Microcircuit.Metrics;
using PalActors.Seed.Results;

namespace PalActors.Seed.Progress;

/// <summary>
/// Progress as lines, for logs and pipes: a line per network and epoch (in long runs at most one in a few seconds), and one every few seconds
/// in between. It reads the records from a task of its own; the actors never wait for the terminal.
/// </summary>
public sealed class PlainProgress
{
    private const int FewEpochs = 50;
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_silence = TimeSpan.FromSeconds(5);

    // The first line comes soon: it tells that the simulation moves, and how fast.
    private static readonly TimeSpan s_first = TimeSpan.FromMilliseconds(300);

    private readonly TextWriter _output;
    private readonly Line[] _lines;

    /// <summary>Progress of these networks, written there.</summary>
    public PlainProgress(TextWriter output, IReadOnlyList<NetworkRecord> networks)
    {
        _output = output;
        _lines = [.. networks.Select(network => new Line(network))];
    }

    /// <summary>Writes lines until the run ends.</summary>
    public async Task ShowAsync(Task run)
    {
        using PeriodicTimer timer = new(s_look);
        while (!run.IsCompleted)
        {
            await Task.WhenAny(run, timer.WaitForNextTickAsync().AsTask()).ConfigureAwait(false);
            Look();
        }

        // The run may have ended just after a look.
        Look();
        await _output.FlushAsync().ConfigureAwait(false);
    }

    private void Look()
    {
        foreach (Line line in _lines)
            line.Look(_output);
    }

    private sealed class Line(NetworkRecord network)
    {
        private readonly RateMeter _rate = new(network);
        private readonly double _dt = Figures.Dt(network.Plan);
        private readonly int _epochs = Figures.Epochs(network.Plan);
        private long _last;
        private int _count;
        // What an earlier run has measured was told then.
        private int _written = network.EvaluationsBefore;
        private bool _pending;
        private bool _finished;
        private bool _silent = true;

        public void Look(TextWriter output)
        {
            if (!network.Started || _finished)
                return;
            // Silence counts from the start of the network, which may have waited long for its turn.
            if (_last == 0)
                _last = Stopwatch.GetTimestamp();
            // The outcome first: what was recorded before it is then seen too.
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
            int count = network.Count;
            if (count == _count && !_pending)
                return;
            IReadOnlyList<EpochValue> accuracies = network.Series(CommonMetrics.AccuracyValidation);
            // The angles of an evaluation may arrive just after its accuracy: the newest waits until nothing more has come since the last look.
            int ready = count == _count || _finished ? accuracies.Count : accuracies.Count - 1;
            _count = count;
            for (; _written < ready; _written++)
            {
                EpochValue accuracy = accuracies[_written];
                if (_epochs <= FewEpochs || accuracy.Epoch == _epochs || Stopwatch.GetElapsedTime(_last) > s_silence)
                    Write(output, Epoch(accuracy));
            }

            _pending = _written < accuracies.Count;
        }

        private string Epoch(EpochValue accuracy)
        {
            IEnumerable<double> angles = Enumerable.Range(1, network.Plan.Top - 1).Select(area =>
                network.Series(MicrocircuitMetrics.AngleWTB, area).Where(angle => angle.Epoch == accuracy.Epoch).Select(angle => angle.Value).FirstOrDefault(double.NaN));
            string validation = $"validation {Figures.Percent(accuracy.Value)}";
            return Of($"epoch {accuracy.Epoch}/{_epochs}", validation, Angle(angles), Speed(), Left());
        }

        private string Outcome()
        {
            double test = network.Last(CommonMetrics.AccuracyTest);
            return double.IsNaN(test) ? SoFar() : $"test {Figures.Percent(test)}";
        }

        // Tasks without accuracies have no line per epoch: what was recorded last is shown here.
        private string SoFar()
        {
            if (network.Plan.Schedule.RecordEvery == 0)
                return "";
            (string name, string value) = Figures.Success(network);
            return Of(name.Length > 0 ? $"{name} {value}" : "", Angle(Figures.LastAngles(network)));
        }

        private static string Angle(IEnumerable<double> degrees)
        {
            double[] angles = [.. degrees];
            return angles.Any(double.IsFinite) ? $"angle(W^T,B) {Figures.Angles(angles)} deg" : "";
        }

        private string Speed()
        {
            double speed = _rate.TicksPerSecond;
            return speed > 0
                ? $"{Figures.Speed(speed)}, {Figures.RealTime(speed, _dt)} real time{Figures.Wire(_rate)}"
                : "";
        }

        private string Left() =>
            double.IsFinite(_rate.SecondsLeft) ? $"{Figures.Duration(_rate.SecondsLeft)} left" : "";

        // What is not measured yet has no part in the line.
        private static string Of(params string[] parts) => string.Join("  ", parts.Where(part => part.Length > 0));

        private void Write(TextWriter output, params string[] parts)
        {
            _last = Stopwatch.GetTimestamp();
            _silent = false;
            output.WriteLine(Of([Figures.Name(network.Plan), .. parts]));
            output.Flush();
        }
    }
}
