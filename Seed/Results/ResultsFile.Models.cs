using System.Text.Json;
using PalActors.Areas.Contract.Models;

namespace PalActors.Seed.Results;

/// <content>Models, with statistics over their seeds.</content>
public static partial class ResultsFile
{
    private static void Write(Utf8JsonWriter json, IGrouping<string, MeasureSummary> model)
    {
        json.WriteStartObject();
        json.WriteString("model", model.Key);
        json.WriteNumber("seeds", model.First().Seeds);
        json.WriteNumber("diverged", model.First().Diverged);
        foreach (MeasureSummary summary in model)
        {
            foreach ((int area, Quartiles quartiles) in summary.Areas)
                Write(json, NameOf(summary.Metric!, area == 0 ? null : area), quartiles);
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
            string name = NameOf(model.Headline!, area.Area);
            Write(json, $"{name}_start", area.Start);
            Write(json, name, area.End);
        }

        json.WriteEndObject();
    }

    private static string NameOf(MetricDescriptor metric, int? area) =>
        area is null ? metric.Name : $"{metric.Name}_area_{area}";

    private static void Write(Utf8JsonWriter json, string name, Quartiles quartiles)
    {
        json.WriteStartObject(name);
        Write(json, "lower_quartile", quartiles.Lower);
        Write(json, "median", quartiles.Median);
        Write(json, "upper_quartile", quartiles.Upper);
        json.WriteEndObject();
    }
}
