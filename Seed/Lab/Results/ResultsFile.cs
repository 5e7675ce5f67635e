using System.Text.Json;
using PalActors.Clustering.Snapshots;
using PalActors.Lab.Experiments;

namespace PalActors.Lab.Results;

/// <summary>Writes results.json: the end of each network, and quartiles over the seeds of each model.</summary>
internal static partial class ResultsFile
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, NewLine = "\n" };

    /// <summary>Writes the file, whole or not at all.</summary>
    public static void Write(
        string path, RunProvenance provenance, IReadOnlyList<NetworkRecord> networks, double seconds,
        DurableFile? files = null)
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
            if (experiment.HasTeacher)
            {
                IReadOnlyList<MeasureSummary> summaries = MeasureSummary.Of(networks);
                foreach (IGrouping<string, MeasureSummary> model in summaries.GroupBy(summary => summary.Label))
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
        (files ?? DurableFile.Default).Write(path, stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, string name, double value)
    {
        // JSON has no NaN: a value that was not measured is null.
        if (double.IsFinite(value))
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }
}
