using System.Text.Json;
using PalActors.Areas.Contract.Models;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Results;

/// <content>Models, with statistics over their seeds.</content>
internal static partial class ResultsFile
{
    private static void Write(Utf8JsonWriter json, IGrouping<string, MeasureSummary> model)
    {
        json.WriteStartObject();
        json.WriteString("model", model.Key);
        json.WriteNumber("seeds", model.First().Seeds);
        json.WriteNumber("diverged", model.First().Diverged);
        foreach (MeasureSummary summary in model)
        {
            foreach ((MetricPlace place, Quartiles quartiles) in summary.Places)
                Write(json, NameOf(summary.Graph, summary.Metric!, place), quartiles);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ModelSummary model)
    {
        json.WriteStartObject();
        json.WriteString("model", model.Label);
        json.WriteNumber("seeds", model.Seeds);
        json.WriteNumber("diverged", model.Diverged);
        Write(json, model.Validation.Name, model.FinalValidation);
        Write(json, $"{model.Validation.Name}_best", model.BestValidation);
        Write(json, $"{model.Validation.Name}_last_{ModelSummary.LateEpochs}", model.LateValidation);
        if (model.TestMetric is { } test)
            Write(json, test.Name, model.Test);
        foreach (AreaSummary area in model.Areas)
        {
            string name = NameOf(model.Graph, model.Headline!, area.Place);
            Write(json, $"{name}_start", area.Start);
            Write(json, name, area.End);
        }

        json.WriteEndObject();
    }

    private static string NameOf(AreaGraph graph, MetricDescriptor metric, MetricPlace place) =>
        place.Area is null ? metric.Name : $"{metric.Name}_{graph.Describe(place).Replace(' ', '_')}";

    private static void Write(Utf8JsonWriter json, string name, Quartiles quartiles)
    {
        json.WriteStartObject(name);
        Write(json, "lower_quartile", quartiles.Lower);
        Write(json, "median", quartiles.Median);
        Write(json, "upper_quartile", quartiles.Upper);
        json.WriteEndObject();
    }
}
