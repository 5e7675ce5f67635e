using System.Text.Json;

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
}
