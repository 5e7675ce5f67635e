using System.Globalization;
using PalActors.Areas.Contract;
using PalActors.Areas.Toolkit.Files;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Recording;

/// <summary>Coordinates of the ticks of one network: time, epoch, phase, sample and label.</summary>
/// <param name="plan">The network, with the hash of the data that it saw; null if only its recording is there.</param>
/// <param name="dt">Duration of a tick, ms, as the experiment has it; empty if unknown.</param>
/// <param name="cells">Its cell model, if that tells the order of samples.</param>
/// <param name="tell">Receives why labels are missing.</param>
internal sealed class NetworkCoordinates(NetworkPlan? plan, string dt, ISampledModel? cells, Action<string> tell)
{
    private const string BeforeTick1 = "start";

    private readonly string[] _phases =
        plan is null ? [] : [BeforeTick1, .. plan.Schedule.Phases.Select(phase => phase.Split).Distinct()];

    private PlannedSamples? _samples;
    private IPresentations? _classes;

    /// <summary>The coordinates of ticks, as far as they are known.</summary>
    /// <param name="ticks">The ticks, ascending.</param>
    /// <param name="shown">Whether with sample and label.</param>
    public IEnumerable<RecordCoordinate> At(IReadOnlyList<long> ticks, bool shown)
    {
        if (double.TryParse(dt, CultureInfo.InvariantCulture, out double step))
        {
            double[] times = [.. ticks.Select(tick => tick * step)];
            yield return new RecordCoordinate("time_ms", "ms", "model time at the end of the tick", times);
        }

        if (plan is null || (ticks.Count > 0 && ticks[^1] > plan.Schedule.Phases[^1].LastTick))
            yield break;
        yield return new RecordCoordinate(
            "epoch", "1", "epoch; 0 before the first one", Fill(ticks, (at, _) => plan.Schedule.Phases[at].Epoch, 0));
        yield return new RecordCoordinate(
            "phase", "1", "split of the data that is shown; start is before tick 1",
            Fill(ticks, (at, _) => (sbyte)Array.IndexOf(_phases, plan.Schedule.Phases[at].Split), (sbyte)0), _phases);
        if (!shown || cells is null)
            yield break;
        OpenSamples(plan, cells);
        yield return new RecordCoordinate(
            "sample", "1", "number of the sample in its split, of a batch the first one; -1 before tick 1",
            Shown(ticks, _samples!.Numbers()));
        if (_classes is not null)
        {
            yield return new RecordCoordinate(
                "label", "1", "class of the sample, of a batch the first one; -1 before tick 1",
                Shown(ticks, _classes));
        }
    }

    private void OpenSamples(NetworkPlan plan, ISampledModel cells)
    {
        if (_samples is not null)
            return;
        _samples = cells.Samples(plan);
        try
        {
            _classes = _samples.Data is ILabelledDataSet ? _samples.Classes() : null;
        }
        catch (DataFileException exception)
        {
            tell($"{plan.Label} seed {plan.Seed} is exported without labels: {exception.Message}");
        }
    }

    private int[] Shown(IReadOnlyList<long> ticks, IPresentations values)
    {
        double[] samples = new double[values.Width];
        (int Phase, int Presentation) last = (-1, -1);
        return Fill(
            ticks,
            (phase, presentation) =>
            {
                if (last != (phase, presentation))
                    values.Fill(phase, presentation, samples);
                last = (phase, presentation);
                return (int)samples[0];
            },
            -1);
    }

    private T[] Fill<T>(IReadOnlyList<long> ticks, Func<int, int, T> value, T before)
    {
        T[] values = new T[ticks.Count];
        for (int i = 0; i < values.Length; i++)
        {
            if (ticks[i] == 0)
            {
                values[i] = before;
                continue;
            }

            int index = plan!.Schedule.IndexOf(ticks[i]);
            Phase phase = plan.Schedule.Phases[index];
            values[i] = value(index, (int)((ticks[i] - phase.FirstTick) / phase.PresentationTicks));
        }

        return values;
    }
}
