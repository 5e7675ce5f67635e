using System.Globalization;
using PalActors.Areas.Contract;
using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Areas.Models.Microcircuit.Noise;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Rules;
using PalActors.Areas.Toolkit.Noise;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Tests.Reference;

/// <summary>
/// A random network, a function of its seed: depth 2 to 5, sizes 1 to 12, any activation, random flags, parameters,
/// drive and noise.
/// </summary>
internal sealed class RandomNetwork : INetworkBuilder
{
    /// <summary>Number of ticks of the schedule.</summary>
    public const int Ticks = 300;

    private readonly double[][] _inputs;
    private readonly double[][] _targets;
    private readonly double[][][] _normals;

    /// <summary>The network of a seed, with further options as <c>name=value</c> or <c>name=value,value</c>.</summary>
    public RandomNetwork(string model, int seed, params string[] more)
    {
        Random random = new(HashCode(model, seed));
        Name = model;
        Layers = [.. Enumerable.Range(0, random.Next(3, 6)).Select(_ => random.Next(1, 13))];
        Options =
        [
            .. RandomOptions(model, random),
            .. more.Select(option => option.Split('=')).Select(parts => new PlanOption(parts[0], parts[1].Split(','))),
        ];
        Parameters = new MicrocircuitParameters(AreaGraph.Chain(Layers), Options);
        Model = LearningModels.Get(model);
        Start = new RandomStart(Layers, model == "BP", random);
        Schedule = RandomSchedule(random);
        _inputs = [.. Schedule.Phases.Select(_ => Values(Layers[0]))];
        _targets = [.. Schedule.Phases.Select(_ => Values(Layers[^1]))];
        _normals =
        [
            .. Enumerable.Range(1, Layers.Length - 2)
                .Select(area => Enumerable.Range(0, Ticks + 1).Select(_ => Normals(Layers[area])).ToArray()),
        ];

        double[] Values(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble())];

        double[] Normals(int count) =>
        [
            .. Enumerable.Range(0, count).Select(_ =>
                Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())),
        ];
    }

    public string Name { get; }

    public int[] Layers { get; }

    public PlanOption[] Options { get; }

    public RandomStart Start { get; }

    public MicrocircuitParameters Parameters { get; }

    public LearningModel Model { get; }

    public Schedule Schedule { get; }

    /// <summary>Input, target, flags, and the draws for each hidden area, of a tick.</summary>
    public (double[] Input, double[] Target, TickFlags Flags, double[][] Normals) At(int tick)
    {
        int phase = Schedule.IndexOf(tick);
        return (
            _inputs[phase], _targets[phase], Schedule.Phases[phase].Flags, [.. _normals.Select(area => area[tick])]);
    }

    public CorticalArea BuildArea(int index)
    {
        IApicalNoise noise = Model.UsesNoise && index < Layers.Length - 1
            ? new NoiseProcess(Parameters, index, new Drawn(_normals[index - 1], Parameters.Cells.Noise.Interval))
            : new NoNoise();
        CorticalArea area = new(Parameters, Model, index, noise);
        area.Begin(Start);
        return area;
    }

    public IPresentations BuildStimulus(int area) => new PerPhase(_inputs);

    public IPresentations BuildTarget(int area) => new PerPhase(_targets);

    public override string ToString() =>
        $"{Name} {string.Join("-", Layers)} "
        + string.Join(" ", Options.Select(o => $"{o.Name}={string.Join(",", o.Values)}"));

    // Not System.HashCode, whose values differ from process to process.
    private static int HashCode(string model, int seed) => (seed * 31) + model[0];

    private static IEnumerable<PlanOption> RandomOptions(string model, Random random)
    {
        string[] activations = ["linear", "relu", "soft_relu", "logistic", "tanh", "hard_sigmoid"];
        string[] modes = ["const", "uP", "uP_breve", "vapi"];
        bool pal = model == "PAL";
        double dt = random.Next(2) == 0 ? 0.01 : 0.1;
        yield return Real("dt", dt);
        yield return Real("Tpres", dt);
        yield return Real("dtxi", dt * (random.Next(3) == 0 ? random.Next(2, 6) : 1));
        yield return Real("tauHP", 0.1 + random.NextDouble());
        yield return Real("tauLO", 1 + (10 * random.NextDouble()));
        yield return Real("tauxi", 0.1 + random.NextDouble());
        yield return Real("taur", random.Next(4) switch { 0 => 0, 1 => random.NextDouble(), _ => 1 });
        foreach (string conductance in new[] { "gl", "gbas", "gapi", "gden", "gnI", "gntgt" })
            yield return Real(conductance, 0.02 + (0.1 * random.NextDouble()));
        string one = activations[random.Next(activations.Length)];
        yield return new PlanOption("activation", [one]);
        yield return Real("eta_fw", random.NextDouble());
        yield return Real("eta_bw", random.Next(5) == 0 ? 0 : random.NextDouble());
        yield return Real("eta_IP", random.NextDouble());
        yield return Real("eta_PI", random.Next(5) == 0 ? 0 : random.NextDouble());
        yield return Real("alpha", random.Next(3) == 0 ? 0 : random.NextDouble());
        yield return Real("noise_scale", random.NextDouble());
        yield return new PlanOption("noise_type", [random.Next(3) == 0 ? "hold_white_noise" : "OU"]);
        yield return new PlanOption("noise_mode", [modes[random.Next(modes.Length)]]);
        // Parameters that only PAL has are left at their defaults for the other models, which ignore them.
        yield return Flag("inter_low_pass", pal && random.Next(3) == 0);
        yield return Flag("pyr_hi_pass", random.Next(2) == 0);
        yield return Flag("dWPP_low_pass", random.Next(2) == 0);
        yield return Flag("dWPP_r_low_pass", pal && random.Next(4) == 0);
        yield return Flag("dWPP_post_low_pass", pal && random.Next(4) == 0);
        yield return Flag("dWPP_use_activation", random.Next(2) == 0);
        yield return Flag("gate_regularizer", random.Next(3) == 0);
        yield return Flag("varphi_regularizer", random.Next(3) == 0);

        static PlanOption Real(string name, double value) =>
            new(name, [value.ToString("R", CultureInfo.InvariantCulture)]);

        static PlanOption Flag(string name, bool value) => new(name, [value ? "true" : "false"]);
    }

    private static Schedule RandomSchedule(Random random)
    {
        List<Phase> phases = [];
        for (long next = 1; next <= Ticks; next = phases[^1].LastTick + 1)
        {
            // Mostly all flags at once, sometimes any subset.
            TickFlags flags = random.Next(2) == 0 ? (TickFlags)31 : (TickFlags)random.Next(32);
            phases.Add(new Phase(
                next, 1, (int)Math.Min(random.Next(1, 60), Ticks + 1 - next), flags, "random", 0, -1, null, false));
        }

        return new Schedule([.. phases], Ticks);
    }

    private sealed class PerPhase(double[][] values) : IPresentations
    {
        public int Width => values[0].Length;

        public void Fill(int phase, int presentation, Span<double> target) => values[phase].CopyTo(target);
    }

    private sealed class Drawn(double[][] normals, int interval) : INormalSource
    {
        public ReadOnlySpan<double> Draw(long tick, long acted) =>
            acted % interval == 0 ? Padding.Copy(normals[tick]) : default;
    }
}
