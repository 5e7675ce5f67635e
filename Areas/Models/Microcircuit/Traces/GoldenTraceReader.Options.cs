using System.Text.Json;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Traces;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Traces;

/// <content>Reads the parameters of a trace.</content>
internal sealed partial class GoldenTraceReader
{
    // Keys of the authors' parameter files that describe how a trace was made; a replay does not need them.
    private static readonly HashSet<string> s_documentation =
    [
        "dataset_size", "epochs", "settling_time", "layers", "model_type", "noise_deg", "taueps", "random_seed",
        "input_signal", "copy_teacher_weights", "copy_teacher_voltages", "init_in_SPS", "init_WPP_range",
        "init_WIP_range", "init_BPP_range", "init_BPI_range",
    ];

    // Keys that FA and BP ignore in the authors' program.
    private static readonly HashSet<string> s_onlyPal =
    [
        "dtxi", "tauHP", "tauLO", "tauxi", "noise_type", "noise_mode", "noise_scale", "inter_low_pass", "pyr_hi_pass",
        "dWPP_low_pass", "dWPP_r_low_pass", "dWPP_post_low_pass", "gate_regularizer", "varphi_regularizer", "alpha",
    ];

    private static readonly string[] s_required =
    [
        "dt", "gl", "gbas", "gapi", "gden", "gnI", "gntgt", "eta_fw", "eta_bw", "eta_IP", "eta_PI", "activation",
    ];

    private MicrocircuitParameters ReadParameters(PlanOption[] options)
    {
        try
        {
            return new MicrocircuitParameters(AreaGraph.Chain(_layers), options);
        }
        catch (ParameterException e)
        {
            throw new TraceFormatException($"{_path}: params.{e.Message}");
        }
    }

    private PlanOption[] ReadOptions(bool pal)
    {
        JsonElement parameters = Get(_root, "params", "params");
        if (parameters.ValueKind != JsonValueKind.Object)
            throw Error("params", Shown(parameters), "an object");
        Dictionary<string, PlanOption> options = [];
        foreach (JsonProperty property in parameters.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Null && !IsIgnored(property.Name, pal))
                options[property.Name] = ReadOption(property.Name, property.Value);
        }

        foreach (string required in s_required)
        {
            if (!options.ContainsKey(required))
                throw new TraceFormatException($"{_path}: params.{required} is missing; it must be given.");
        }

        // Options that a trace leaves out are off, whatever the defaults of experiment files; a draw interval is then
        // one step.
        options.TryAdd("dtxi", options["dt"] with { Name = "dtxi" });
        options.TryAdd("dWPP_low_pass", new PlanOption("dWPP_low_pass", ["false"]));
        options.TryAdd("pyr_hi_pass", new PlanOption("pyr_hi_pass", ["false"]));
        options["Tpres"] = options["dt"] with { Name = "Tpres" };
        return [.. options.Values];
    }

    private static bool IsIgnored(string key, bool pal) =>
        s_documentation.Contains(key)
        || (!pal && s_onlyPal.Contains(key))
        || key.StartsWith("_comment", StringComparison.Ordinal)
        || key.StartsWith("rec_", StringComparison.Ordinal)
        || key.StartsWith("init_teacher_", StringComparison.Ordinal);

    private PlanOption ReadOption(string key, JsonElement value)
    {
        ParameterDescriptor descriptor = MicrocircuitTable.Find(key) ?? throw new TraceFormatException(
            $"{_path}: params.{key} is unknown; valid are the parameters of the authors' simulator.");
        if (value.ValueKind != JsonValueKind.Array)
            return new PlanOption(key, [Scalar(value, "params." + key)]);
        string[] values = [.. value.EnumerateArray().Select((e, i) => Scalar(e, $"params.{key}[{i}]"))];
        // The authors' program takes the leading entries of a list that is too long: fig4ab has three alphas for one
        // hidden area.
        int count = descriptor.Scope.Count(AreaGraph.Chain(_layers));
        return new PlanOption(key, values.Length > count ? values[..count] : values);
    }
}
