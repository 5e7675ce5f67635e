using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Lab.Recording;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Plots;

/// <summary>What a run recorded of the cells of a network, for its figure.</summary>
internal static class RecordedCells
{
    // More records than pixels only cost time.
    private const int MostRecords = 1500;

    // Rates are shown if they were recorded, else what else there is of cells.
    private static readonly string[] s_rates = ["rate", "r"];

    /// <summary>Reads the rates of each area; where no rates were recorded, its first quantity of cells.</summary>
    /// <param name="run">The folder of the run.</param>
    /// <param name="cells">Cell model of the run.</param>
    /// <param name="plans">Its networks; the first one that recorded something counts.</param>
    /// <exception cref="IOException">The recording cannot be read.</exception>
    public static IReadOnlyList<CellSeries> Read(string run, IAreaModel cells, IReadOnlyList<NetworkPlan> plans)
    {
        RunRecording recording = RunRecording.Open(run, cells);
        RecordedSeries[] vectors = [.. recording.Series.Where(series => !series.IsMatrix)];
        foreach (NetworkPlan plan in plans)
        {
            RecordedSeries[] chosen =
            [
                .. vectors.Where(series => series.Network.Network == plan.Network).GroupBy(series => series.Area)
                    .OrderBy(area => area.Key)
                    .Select(area => area.OrderByDescending(series => s_rates.Contains(series.Observable.Name)).First()),
            ];
            if (chosen.Length > 0)
                return Read(recording, plan, chosen);
        }

        return [];
    }

    private static CellSeries[] Read(RunRecording recording, NetworkPlan plan, RecordedSeries[] chosen)
    {
        Dictionary<RecordedSeries, (List<long> Ticks, List<double[]> Values, int Seen)> read =
            chosen.ToDictionary(series => series, _ => (new List<long>(), new List<double[]>(), 0));
        foreach (RecordedRows rows in recording.Rows(plan.Network))
        {
            RecordedSeries series = rows.Series;
            if (!read.TryGetValue(series, out (List<long> Ticks, List<double[]> Values, int Seen) own))
                continue;
            int step = 1 + (series.Ticks.Count / MostRecords);
            for (int i = 0; i < rows.Ticks.Length; i++, own.Seen++)
            {
                if (own.Seen % step != 0)
                    continue;
                own.Ticks.Add(rows.Ticks[i]);
                own.Values.Add(rows.Values[(i * series.Width)..((i + 1) * series.Width)]);
            }

            read[series] = own;
        }

        return [.. chosen.Select(series => Of(plan, series, read[series].Ticks, read[series].Values))];
    }

    private static CellSeries Of(NetworkPlan plan, RecordedSeries series, List<long> ticks, List<double[]> values)
    {
        double dt = double.Parse(series.Network.Dt, CultureInfo.InvariantCulture);
        string unit = series.Observable.Unit == "1" ? "" : $" / {series.Observable.Unit}";
        return new CellSeries(
            string.Create(
                CultureInfo.InvariantCulture, $"{plan.Label}, seed {plan.Seed}: {series.AreaGroup.Replace('_', ' ')}"),
            series.Observable.Name.Replace('_', ' ') + unit,
            series.Neurons,
            [.. ticks.Select(tick => tick * dt)],
            [.. values],
            [
                .. plan.Schedule.Phases.Where(phase => phase.LastTick >= ticks[0] && phase.FirstTick <= ticks[^1])
                    .Select(phase => ((phase.FirstTick - 1) * dt, phase.LastTick * dt, phase.Split)),
            ]);
    }
}
