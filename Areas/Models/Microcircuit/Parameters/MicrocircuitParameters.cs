using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.Microcircuit.Metrics;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Parameters;

/// <summary>
/// The parameters of a network of dendritic microcircuits (PAL; Max et al., Nature Machine Intelligence 6, 619-630, 2024), bound from names
/// and values and checked. Lists have one entry per area above the input (L) or per hidden area (L - 1). Times in ms, conductances in 1/ms.
/// </summary>
public sealed record MicrocircuitParameters
{
    /// <summary>Binds the options for a network of these sizes.</summary>
    /// <exception cref="ParameterException">Anything invalid, by name.</exception>
    public MicrocircuitParameters(int[] layers, IEnumerable<PlanOption> options)
    {
        if (layers.Length < 2)
            throw new ParameterException("layers", $"layers has {layers.Length} sizes; a hierarchy has at least an input and one area above it.");
        for (int i = 0; i < layers.Length; i++)
        {
            if (layers[i] < 1)
                throw new ParameterException("layers", $"layers[{i}] is {layers[i]}; an area has at least 1 neuron.");
        }

        CheckMatrices(layers);
        Layers = layers;
        PlanOption[] all = [.. options];
        MicrocircuitTable.Table.Check(all);
        Step = new StepOptions(layers, all);
        ParameterReader reader = new(MicrocircuitTable.Cells, all, layers.Length - 1);
        Dtxi = reader.Real("dtxi");
        NoiseInterval = TickText.Whole("dtxi", Dtxi, Dt, 1);
        TauHP = reader.Real("tauHP");
        TauLO = reader.Real("tauLO");
        TauXi = reader.Real("tauxi");
        Taur = reader.Real("taur");
        Gl = reader.Real("gl");
        Gbas = reader.Real("gbas");
        Gapi = reader.Real("gapi");
        Gden = reader.Real("gden");
        GnI = reader.Real("gnI");
        Gntgt = reader.Real("gntgt");
        Activation = reader.Words("activation");
        EtaFw = reader.Reals("eta_fw");
        EtaBw = reader.Reals("eta_bw");
        EtaIP = reader.Reals("eta_IP");
        EtaPI = reader.Reals("eta_PI");
        Alpha = reader.Reals("alpha");
        NoiseType = reader.Word("noise_type");
        NoiseMode = reader.Word("noise_mode");
        NoiseScale = reader.Reals("noise_scale");
        InterLowPass = reader.Flag("inter_low_pass");
        PyrHiPass = reader.Flag("pyr_hi_pass");
        WLowPass = reader.Flag("dWPP_low_pass");
        WRateLowPass = reader.Flag("dWPP_r_low_pass");
        WPostLowPass = reader.Flag("dWPP_post_low_pass");
        WUseActivation = reader.Flag("dWPP_use_activation");
        GateRegularizer = reader.Flag("gate_regularizer");
        VarphiRegularizer = reader.Flag("varphi_regularizer");
        InitInSPS = reader.Flag("init_in_SPS");
        InitW = reader.Range("init_WPP_range");
        InitP = reader.Range("init_WIP_range");
        InitB = reader.Range("init_BPP_range");
        InitQ = reader.Range("init_BPI_range");
        InitTeacherW = reader.Range("init_teacher_WPP_range");
        InitTeacherP = reader.Range("init_teacher_WIP_range");
        InitTeacherB = reader.Range("init_teacher_BPP_range");
        InitTeacherQ = reader.Range("init_teacher_BPI_range");
        InitNormalPotentials = reader.Word("init_potentials") == "normal";
        Generator = reader.Word("generator");
        if (Generator == RandomGenerators.NumpyLegacy && NoiseMode != "const")
            throw new ParameterException("noise_mode", $"noise_mode is '{NoiseMode}'; with generator {Generator} valid is const, whose draws do not depend on the state.");
        Precision = Precisions.Get(reader.Word("precision"));
        ForwardBlock = reader.Tick("forward_block", Dt);
        Links = new LinkOptions(layers, all, Dt);
        // Under BP a factor travels with each potential, and where delays vary what it belongs to.
        Links.Check(layers, partsDown: 3);
        NoiseLag = reader.Word("noise_lag") == "round_trip";
        InterneuronLag = reader.Word("interneuron_lag") == "round_trip";
        LinearPrediction = reader.Word("prediction") == "linear";
        TauPrediction = reader.Real("tau_prediction");
        AlignedTarget = reader.Word("target_delay") == "aligned";
    }

    /// <summary>Neurons per area, input first.</summary>
    public int[] Layers { get; }

    /// <summary>Index of the top area, L.</summary>
    public int Top => Layers.Length - 1;

    /// <summary>Euler step and presentation.</summary>
    public StepOptions Step { get; }

    /// <summary>Links between areas.</summary>
    public LinkOptions Links { get; }

    /// <summary>Euler step, ms.</summary>
    public double Dt => Step.Dt;

    /// <summary>Duration of a presentation, ms.</summary>
    public double Tpres => Step.Tpres;

    /// <summary>Ticks in a presentation, Tpres/dt.</summary>
    public int PresentationTicks => Step.PresentationTicks;

    /// <summary>Interval between draws of the noise, ms.</summary>
    public double Dtxi { get; }

    /// <summary>Ticks between draws of the noise, dtxi/dt.</summary>
    public int NoiseInterval { get; }

    /// <summary>Time constant of the high-pass, ms.</summary>
    public double TauHP { get; }

    /// <summary>Time constant of the low-passes, ms.</summary>
    public double TauLO { get; }

    /// <summary>Time constant of the noise, ms.</summary>
    public double TauXi { get; }

    /// <summary>Prospective coding: factor k of the look-ahead.</summary>
    public double Taur { get; }

    /// <summary>Leak conductance, 1/ms.</summary>
    public double Gl { get; }

    /// <summary>Basal conductance, 1/ms.</summary>
    public double Gbas { get; }

    /// <summary>Apical conductance, 1/ms.</summary>
    public double Gapi { get; }

    /// <summary>Interneuron dendrite conductance, 1/ms.</summary>
    public double Gden { get; }

    /// <summary>Interneuron nudging conductance, 1/ms.</summary>
    public double GnI { get; }

    /// <summary>Target nudging conductance, 1/ms.</summary>
    public double Gntgt { get; }

    /// <summary>Activation of each area above the input (L names).</summary>
    public string[] Activation { get; }

    /// <summary>Learning rates of W (L).</summary>
    public double[] EtaFw { get; }

    /// <summary>Learning rates of B (L - 1).</summary>
    public double[] EtaBw { get; }

    /// <summary>Learning rates of P (L - 1).</summary>
    public double[] EtaIP { get; }

    /// <summary>Learning rates of Q (L - 1).</summary>
    public double[] EtaPI { get; }

    /// <summary>Decay of B (L - 1).</summary>
    public double[] Alpha { get; }

    /// <summary>Noise process.</summary>
    public string NoiseType { get; }

    /// <summary>What scales the noise.</summary>
    public string NoiseMode { get; }

    /// <summary>Noise amplitudes (L - 1).</summary>
    public double[] NoiseScale { get; }

    /// <summary><c>inter_low_pass</c>.</summary>
    public bool InterLowPass { get; }

    /// <summary><c>pyr_hi_pass</c>.</summary>
    public bool PyrHiPass { get; }

    /// <summary><c>dWPP_low_pass</c>.</summary>
    public bool WLowPass { get; }

    /// <summary><c>dWPP_r_low_pass</c>.</summary>
    public bool WRateLowPass { get; }

    /// <summary><c>dWPP_post_low_pass</c>.</summary>
    public bool WPostLowPass { get; }

    /// <summary><c>dWPP_use_activation</c>.</summary>
    public bool WUseActivation { get; }

    /// <summary><c>gate_regularizer</c>.</summary>
    public bool GateRegularizer { get; }

    /// <summary><c>varphi_regularizer</c>.</summary>
    public bool VarphiRegularizer { get; }

    /// <summary><c>init_in_SPS</c>.</summary>
    public bool InitInSPS { get; }

    /// <summary>Range of initial W.</summary>
    public (double Low, double High) InitW { get; }

    /// <summary>Range of initial P.</summary>
    public (double Low, double High) InitP { get; }

    /// <summary>Range of initial B.</summary>
    public (double Low, double High) InitB { get; }

    /// <summary>Range of initial Q.</summary>
    public (double Low, double High) InitQ { get; }

    /// <summary>Range of the teacher's W.</summary>
    public (double Low, double High) InitTeacherW { get; }

    /// <summary>Range of the teacher's P.</summary>
    public (double Low, double High) InitTeacherP { get; }

    /// <summary>Range of the teacher's B.</summary>
    public (double Low, double High) InitTeacherB { get; }

    /// <summary>Range of the teacher's Q.</summary>
    public (double Low, double High) InitTeacherQ { get; }

    /// <summary>Whether initial potentials are standard normal instead of zero.</summary>
    public bool InitNormalPotentials { get; }

    /// <summary>Random generator by name, of <see cref="RandomGenerators.Names"/>.</summary>
    public string Generator { get; }

    /// <summary>What synaptic weights are held in.</summary>
    public Precision Precision { get; init; }

    /// <summary>Ticks of a block in which W of an area that rates reach with a delay is computed, <see cref="BlockLength.Of"/>; 0: by delay and size, 1: none.</summary>
    public int ForwardBlock { get; }

    /// <summary>Delay of the link from hidden area h to the area above, ticks (L - 1).</summary>
    public int[] DelayUp => [.. Links.DelayUp.Values];

    /// <summary>Delay of the link from the area above to hidden area h, ticks (L - 1).</summary>
    public int[] DelayDown => [.. Links.DelayDown.Values];

    /// <summary>How delays of links up vary.</summary>
    public Jitter JitterUp => Links.JitterUp;

    /// <summary>How delays of links down vary.</summary>
    public Jitter JitterDown => Links.JitterDown;

    /// <summary>Free-running: a tick uses the newest emissions that have arrived, as long as they are at most <see cref="Staleness"/> ticks older than the delay says.</summary>
    public bool IsFree => Links.IsFree;

    /// <summary>Bound of staleness in free-running mode, ticks; 0 is lockstep.</summary>
    public int Staleness => Links.Staleness;

    /// <summary>Whether the emission that a tick uses may be older than the delay says.</summary>
    public bool DelaysVary => Links.DelaysVary;

    /// <summary>The link from a hidden area (1 to L - 1) to the area above.</summary>
    public LinkTiming LinkUp(int hidden) => Links.Up(hidden);

    /// <summary>The link from the area above to a hidden area (1 to L - 1).</summary>
    public LinkTiming LinkDown(int hidden) => Links.Down(hidden);

    /// <summary><c>noise_lag</c>: the rule of B uses xi(t - D), D the round trip.</summary>
    public bool NoiseLag { get; }

    /// <summary><c>interneuron_lag</c>: r(t - D) drives the interneurons.</summary>
    public bool InterneuronLag { get; }

    /// <summary><c>prediction</c>: the potentials above are extrapolated over their delay.</summary>
    public bool LinearPrediction { get; }

    /// <summary>Time constant of the slope of the prediction, ms.</summary>
    public double TauPrediction { get; }

    /// <summary><c>target_delay</c>: target and read-out act <see cref="TargetDelay"/> ticks after the input.</summary>
    public bool AlignedTarget { get; }

    /// <summary>Ticks from a presentation's first tick until its target acts: what its input needs to the top, the sum of the up delays, if it is aligned, else 0.</summary>
    public long TargetDelay => AlignedTarget ? DelayUp.Sum(delay => (long)delay) : 0;

    /// <summary>D of a hidden area (1 to the top - 1): the nominal ticks that its rates take to the area above and back.</summary>
    public int RoundTrip(int hidden) => Links.RoundTrip(hidden);

    /// <summary>cP of an area (1 to the top): the factor from basal to somatic potential, gbas / (gl + gbas + gapi); the top area has no apical compartment (FORMAT section 2).</summary>
    public double BasalGain(int area) => Gbas / (Gl + Gbas + (area == Top ? 0 : Gapi));

    /// <summary>Checks what only a schedule tells.</summary>
    /// <exception cref="ParameterException">
    /// A presentation is too short to be read out, or an aligned target leaves an evaluation without a sample.
    /// </exception>
    public void Check(Schedule schedule)
    {
        foreach (Phase phase in schedule.Phases)
        {
            if ((phase.Flags & TickFlags.ReadOut) != 0 && phase.PresentationTicks < ReadOut.LeastTicks)
            {
                throw new ParameterException(
                    "Tpres",
                    $"Tpres is {Tpres} ms, {phase.PresentationTicks} ticks of dt = {Dt} ms, and a class is read out of "
                    + $"{ReadOut.LeastTicks} ticks or more; valid is {ReadOut.LeastTicks * Dt:G10} ms or more.");
            }

            if (TargetDelay > 0 && phase.Metric is not null && phase.Ticks < TargetDelay + phase.PresentationTicks)
                throw new ParameterException("target_delay", $"target_delay is 'aligned', with these delays {TargetDelay} ticks; an evaluation has {phase.Ticks}, so no sample could be read out: valid is immediate.");
        }
    }

    // W of an area has the shape of its B below, transposed.
    private static void CheckMatrices(int[] layers)
    {
        for (int area = 1; area < layers.Length; area++)
        {
            int size = layers[area], below = layers[area - 1];
            long weights = Math.Max(WeightMatrix.PaddedSize(size, below), WeightMatrix.PaddedSize(below, size));
            if (weights <= WeightMatrix.MostWeights)
                continue;
            throw new ParameterException(
                "layers",
                $"layers has {size} neurons in area {area} and {below} below, "
                + $"{(long)size * below} weights between them; "
                + $"valid is at most {WeightMatrix.MostWeights} in a matrix.");
        }
    }
}
