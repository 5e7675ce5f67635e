using System.Text.Json;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Runs;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;
using PalActors.Seed.Experiments;

namespace PalActors.Seed.Results;

/// <summary>Writes results.json: how each network ended, and median and quartiles over the seeds of each model.</summary>
public static class ResultsFile
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, NewLine = "\n" };

    /// <summary>Writes the file; a reader never sees half of it.</summary>
    public static void Write(
        string path, RunProvenance provenance, IReadOnlyList<NetworkRecord> networks, double seconds)
    {
        Experiment experiment = provenance.Experiment;
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, s_options))
        {
            json.WriteStartObject();
            json.WriteString("experiment", experiment.Name);
            json.WriteNumber("epochs", experiment.Epochs);
            json.WriteNumber("seconds", Math.Round(seconds, 3));
            json.WriteBoolean("completed", networks.All(network => network.Outcome is { Completed: true }));
            json.WriteNumber("diverged", networks.Count(network => network.Divergence is not null));
            provenance.Write(json);
            json.WriteStartArray("networks");
            foreach (NetworkRecord network in networks)
                Write(json, network, provenance);
            json.WriteEndArray();
            json.WriteStartArray("models");
            if (ExperimentTask.Get(experiment.Task).HasTeacher)
            {
                foreach (IGrouping<string, MeasureSummary> model in MeasureSummary.Of(networks).GroupBy(summary => summary.Label))
                    Write(json, model);
            }
            else
            {
                foreach (ModelSummary model in ModelSummary.Of(networks))
                    Write(json, model);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        DurableFile.Default.Write(path, stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    private static void Write(Utf8JsonWriter json, NetworkRecord network, RunProvenance provenance)
    {
        json.WriteStartObject();
        json.WriteString("model", network.Plan.Label);
        RunProvenance.WriteSeed(json, "seed", network.Plan.Seed);
        json.WriteBoolean("completed", network.Outcome is { Completed: true });
        if (network.Divergence is { } divergence)
            Write(json, divergence);
        Write(json, NetworkWarning.Of(network));
        json.WriteNumber("ticks", network.Tick);
        json.WriteNumber("frames", network.Figures.Frames);
        json.WriteNumber("wire_frames", network.Figures.WireFrames);
        json.WriteNumber("wire_bytes", network.Figures.WireBytes);
        Write(json, "waiting_seconds", Math.Round(network.Figures.Waited, 3));
        json.WriteNumber("seconds", Math.Round(network.Seconds, 3));
        json.WriteString("digest", network.Outcome?.Digest);
        provenance.WriteBuilds(json, network.Plan.Network);
        json.WriteStartArray("metrics");
        foreach (Metric metric in network.LastOfEach().Where(metric => metric.Name != CommonMetrics.Saturated))
        {
            json.WriteStartObject();
            json.WriteString("metric", metric.Name);
            if (metric.Area is { } area)
                json.WriteNumber("area", area);
            json.WriteNumber("epoch", metric.Epoch);
            json.WriteNumber("tick", metric.Tick);
            Write(json, "value", metric.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (network.Figures.Staleness.Count > 0)
            WriteStaleness(json, network);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Divergence divergence)
    {
        json.WriteStartObject("diverged");
        json.WriteNumber("tick", divergence.Tick);
        json.WriteNumber("epoch", divergence.Epoch);
        json.WriteNumber("area", divergence.Area);
        json.WriteString("quantity", divergence.Quantity);
        json.WriteString("value", divergence.Value);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<NetworkWarning> warnings)
    {
        json.WriteStartArray("warnings");
        foreach (NetworkWarning warning in warnings)
        {
            json.WriteStartObject();
            json.WriteString("kind", warning.Kind);
            json.WriteString("metric", warning.Metric);
            json.WriteNumber("area", warning.Area);
            json.WriteString("epochs", warning.Epochs);
            json.WriteString("text", warning.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStaleness(Utf8JsonWriter json, NetworkRecord network)
    {
        json.WriteBoolean("reproducible", false);
        json.WriteStartArray("staleness");
        foreach (LinkStaleness link in network.Figures.Staleness)
        {
            json.WriteStartObject();
            json.WriteNumber("area", link.Area);
            json.WriteString("direction", link.Direction);
            json.WriteStartArray("ticks");
            foreach (long count in link.Ticks)
                json.WriteNumberValue(count);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, IGrouping<string, MeasureSummary> model)
    {
        json.WriteStartObject();
        json.WriteString("model", model.Key);
        json.WriteNumber("seeds", model.First().Seeds);
        json.WriteNumber("diverged", model.First().Diverged);
        foreach (MeasureSummary summary in model)
        {
            foreach ((int area, Quartiles quartiles) in summary.Areas)
                Write(json, area == 0 ? summary.Metric : $"{summary.Metric}_area_{area}", quartiles);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ModelSummary model)
    {
        json.WriteStartObject();
        json.WriteString("model", model.Label);
        json.WriteNumber("seeds", model.Seeds);
        json.WriteNumber("diverged", model.Diverged);
        Write(json, "accuracy_validation", model.FinalValidation);
        Write(json, "accuracy_validation_best", model.BestValidation);
        Write(json, $"accuracy_validation_last_{ModelSummary.LateEpochs}", model.LateValidation);
        Write(json, "accuracy_test", model.Test);
        for (int h = 0; h < model.EndAngles.Count; h++)
        {
            Write(json, $"angle_WT_B_area_{h + 1}_start", model.StartAngles[h]);
            Write(json, $"angle_WT_B_area_{h + 1}", model.EndAngles[h]);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Quartiles quartiles)
    {
        json.WriteStartObject(name);
        Write(json, "lower_quartile", quartiles.Lower);
        Write(json, "median", quartiles.Median);
        Write(json, "upper_quartile", quartiles.Upper);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, double value)
    {
        // JSON has no NaN: what was not measured is null.
        if (double.IsFinite(value))
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }
}
