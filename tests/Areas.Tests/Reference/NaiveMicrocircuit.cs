using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.Reference;

/// <summary>
/// A second implementation of the microcircuit's step, straight from the text of the specification. It uses plain
/// arrays and loops and shares only the parameters with the production code. Values that arrive or are used late are
/// looked up in lists of all earlier values. Index l = 0 to L-1 counts the areas above the input, h = 0 to H-1 the
/// hidden ones, as in that text.
/// </summary>
internal sealed class NaiveMicrocircuit
{
    private readonly MicrocircuitParameters _p;
    private readonly bool _pal;
    private readonly bool _bp;
    private readonly int _l;
    private readonly int _h;
    private readonly double[] _r0Last;
    private readonly double[][] _uPrevious;
    private readonly double[][] _vPrevious;
    private readonly double[][] _rateFilter;
    private readonly double[][] _errorFilter;
    private readonly int[] _noisyTicks;
    private readonly double[][] _highPassedAbove;
    private readonly double[][] _slopes;
    private readonly List<double[]>[] _rates;
    private readonly List<double[]>[] _potentials;
    private readonly List<double[]>[] _above;
    private readonly List<double[]>[] _noises;
    private readonly List<double[,]>[] _weights;
    private readonly List<(double[] Target, bool Nudges)> _targets = [];
    private int _tick;

    public NaiveMicrocircuit(MicrocircuitParameters parameters, string model, RandomStart start)
    {
        _p = parameters;
        _pal = model == "PAL";
        _bp = model == "BP";
        _l = parameters.Top;
        _h = _l - 1;
        U = [.. Areas(_l, l => Copy(start.Potentials(l + 1)))];
        V = [.. Areas(_h, h => Copy(start.InterneuronPotentials(h + 1)))];
        W = [.. Areas(_l, l => Plain.Square(start.W(l + 1), Size(l), Size(l - 1)))];
        P = [.. Areas(_h, h => Plain.Square(start.P(h + 1), Size(h + 1), Size(h)))];
        B = [.. Areas(_h, h => Plain.Square(start.B(h + 1), Size(h), Size(h + 1)))];
        Q = [.. Areas(_h, h => Plain.Square(start.Q(h + 1), Size(h), Size(h + 1)))];
        D = [.. Areas(_l, l => Plain.Square(new double[Size(l) * Size(l - 1)], Size(l), Size(l - 1)))];
        _uPrevious = [.. U.Select(Copy)];
        _vPrevious = [.. V.Select(Copy)];
        R = [.. Areas(_l, l => Map(U[l], x => Plain.Phi(Name(l), x)))];
        S = [.. Areas(_h, h => Map(V[h], x => Plain.Phi(Name(h + 1), x)))];
        Ub = [.. U.Select(Copy)];
        Vb = [.. V.Select(Copy)];
        HighPassed = [.. R.Select(Copy)];
        Vbas = [.. Areas(_l, l => new double[Size(l)])];
        Vden = [.. Areas(_h, h => new double[Size(h + 1)])];
        Vapi = [.. Areas(_h, h => new double[Size(h)])];
        VapiNoise = [.. Areas(_h, h => new double[Size(h)])];
        Xi = [.. Areas(_h, h => new double[Size(h)])];
        _r0Last = new double[parameters.Layers[0]];
        _rateFilter = [.. Areas(_l, l => new double[Size(l - 1)])];
        _errorFilter = [.. Areas(_l, l => new double[Size(l)])];
        _noisyTicks = new int[_h];
        _highPassedAbove = [.. Areas(_h, h => Copy(R[h + 1]))];
        _slopes = [.. Areas(_h, h => new double[Size(h + 1)])];
        _rates = [.. Areas(_l, l => new List<double[]> { R[l] })];
        _potentials = [.. Areas(_l, l => new List<double[]> { Copy(U[l]) })];
        _above = [.. Areas(_h, h => new List<double[]> { Copy(U[h + 1]) })];
        _noises = [.. Areas(_h, h => new List<double[]> { Copy(Xi[h]) })];
        _weights = [.. Areas(_l, _ => new List<double[,]>())];
    }

    public double[][] U { get; }

    public double[][] V { get; }

    public double[][,] W { get; }

    public double[][,] P { get; }

    public double[][,] B { get; }

    public double[][,] Q { get; }

    public double[][,] D { get; }

    public double[][] R { get; private set; }

    public double[][] S { get; private set; }

    public double[][] Ub { get; private set; }

    public double[][] Vb { get; private set; }

    public double[][] HighPassed { get; }

    public double[][] Vbas { get; private set; }

    public double[][] Vden { get; private set; }

    public double[][] Vapi { get; private set; }

    public double[][] VapiNoise { get; private set; }

    public double[][] Xi { get; }

    /// <summary>One step with these inputs, target, flags, and standard-normal draws for each hidden area.</summary>
    public void Step(double[] r0, double[] target, TickFlags flags, double[][] z)
    {
        double dt = _p.Dt;
        _tick++;
        _targets.Add((target, flags.HasFlag(TickFlags.Target)));
        bool noisy = _pal && flags.HasFlag(TickFlags.Noise);

        // 1 Look-ahead and rates.
        double[][] rOld = R, sOld = S, vbasOld = Vbas, vdenOld = Vden, vapiOld = Vapi;
        Ub =
        [
            .. Areas(
                _l, l => Zip(U[l], _uPrevious[l], (u, before) => before + (M.Taur * TauP(l) * (u - before) / dt))),
        ];
        Vb =
            [.. Areas(_h, h => Zip(V[h], _vPrevious[h], (v, before) => before + (M.Taur * TauI * (v - before) / dt)))];
        R = [.. Areas(_l, l => Map(Ub[l], x => Plain.Phi(Name(l), x)))];
        S = [.. Areas(_h, h => Map(Vb[h], x => Plain.Phi(Name(h + 1), x)))];
        for (int l = 0; l < _l; l++)
        {
            _rates[l].Add(R[l]);
            _potentials[l].Add(Ub[l]);
            _weights[l].Add((double[,])W[l].Clone());
            U[l].CopyTo(_uPrevious[l], 0);
        }

        for (int h = 0; h < _h; h++)
            _above[h].Add(Above(h));
        for (int h = 0; h < _h; h++)
            V[h].CopyTo(_vPrevious[h], 0);

        // 2 Dendrites, with the old noise.
        Vbas = [.. Areas(_l, l => Plain.Times(W[l], l == 0 ? r0 : RateBelow(l, _tick)))];
        Vden = [.. Areas(_h, h => Plain.Times(P[h], At(_rates[h], _tick - Lag(h))))];
        if (M.InterLowPass && _pal)
            Vden = [.. Areas(_h, h => Zip(Vden[h], vdenOld[h], (sum, old) => old + (dt / M.TauLO * (sum - old))))];
        Vapi =
            [.. Areas(_h, h => Zip(Plain.Times(B[h], RateAbove(h, _tick)), Plain.Times(Q[h], S[h]), (a, b) => a + b))];
        VapiNoise = [.. Areas(_h, h => Zip(Vapi[h], Xi[h], (v, xi) => v + xi))];

        // 3 Noise.
        for (int h = 0; h < _h && noisy; h++)
            AdvanceNoise(h, z[h]);
        for (int h = 0; h < _h; h++)
            _noises[h].Add(Copy(Xi[h]));

        // 4 Increments.
        double[][] du = [.. Areas(_l, l => l < _h
            ? Index(
                Size(l),
                i => dt * ((M.Gbas * Vbas[l][i]) + (M.Gapi * (noisy ? VapiNoise : Vapi)[l][i]) - (U[l][i] / TauP(l))))
            : flags.HasFlag(TickFlags.Target) && Acting.Nudges
                ? Index(
                    Size(l), i => dt * ((M.Gbas * Vbas[l][i]) + (M.Gntgt * Acting.Target[i]) - (U[l][i] / TauP(l))))
                : Index(Size(l), i => dt * ((M.Gbas / (M.Gl + M.Gbas) * Vbas[l][i]) - U[l][i]) / TauP(l)))];
        double[][] dv =
        [
            .. Areas(_h, h => Index(
                Size(h + 1), i => dt * ((M.Gden * Vden[h][i]) + (M.GnI * _above[h][_tick][i]) - (V[h][i] / TauI)))),
        ];

        // 5 and 6 Plasticity, computed before any change is applied.
        double[][,] dW = [.. Areas(_l, l => ForwardUpdate(l, l == 0 ? _r0Last : RateBelow(l, _tick - 1), vbasOld[l]))];
        double[][,] dP =
        [
            .. Areas(_h, h => Plain.Outer(
                dt * Rule.EtaIP.Values[h],
                Index(Size(h + 1), i => S[h][i] - Plain.Phi(Name(h + 1), CI * vdenOld[h][i])),
                At(_rates[h], _tick - 1 - Lag(h)))),
        ];
        double[][,] dQ = [.. Areas(_h, h => Plain.Outer(-dt * Rule.EtaPI.Values[h], vapiOld[h], sOld[h]))];
        for (int h = 0; h < _h && _bp; h++)
        {
            double[,] w = _weights[h + 1][Math.Max(0, _tick - 1 - _p.Links.DelayDown.Values[h])];
            Plain.Fill(B[h], (i, j) => w[j, i]);
            Plain.Fill(Q[h], (i, j) => -w[j, i]);
        }

        double[][,] dB = [.. Areas(_h, h => _pal ? FeedbackUpdate(h) : new double[Size(h), Size(h + 1)])];

        // 7 Apply.
        for (int l = 0; l < _l; l++)
        {
            Add(U[l], du[l]);
            if (!flags.HasFlag(TickFlags.LearnForward))
                continue;
            if (Rule.WLowPass)
            {
                Plain.Fill(D[l], (i, j) => D[l][i, j] + (dt / M.TauLO * (dW[l][i, j] - D[l][i, j])));
                Plain.Add(W[l], D[l]);
            }
            else
            {
                Plain.Add(W[l], dW[l]);
            }
        }

        for (int h = 0; h < _h; h++)
        {
            Add(V[h], dv[h]);
            if (flags.HasFlag(TickFlags.LearnLateral))
            {
                Plain.Add(P[h], dP[h]);
                Plain.Add(Q[h], dQ[h]);
            }

            if (flags.HasFlag(TickFlags.LearnBackward))
                Plain.Add(B[h], dB[h]);
        }

        // 9 High-pass.
        for (int l = 0; l < _l; l++)
        {
            for (int i = 0; i < Size(l); i++)
                HighPassed[l][i] += R[l][i] - rOld[l][i] - (dt / M.TauHP * HighPassed[l][i]);
        }

        for (int h = 0; h < _h; h++)
        {
            double[] now = RateAbove(h, _tick), before = RateAbove(h, _tick - 1);
            for (int j = 0; j < now.Length; j++)
                _highPassedAbove[h][j] += now[j] - before[j] - (dt / M.TauHP * _highPassedAbove[h][j]);
        }

        r0.CopyTo(_r0Last, 0);
    }

    private (double[] Target, bool Nudges) Acting => _tick > Shift ? _targets[_tick - 1 - Shift] : ([], false);

    private int Shift => _p.Cells.Remedies.Word("target_delay") == "aligned" ? _p.Links.DelayUp.Values.Sum() : 0;

    // Ticks before tick 1 have the values of the start.
    private static double[] At(List<double[]> history, int tick) => history[Math.Max(0, tick)];

    private double[] RateBelow(int l, int tick) => At(_rates[l - 1], tick - _p.Links.DelayUp.Values[l - 1]);

    private double[] RateAbove(int h, int tick) => Map(_above[h][tick], x => Plain.Phi(Name(h + 1), x));

    private int RoundTrip(int h) => _p.Links.DelayUp.Values[h] + _p.Links.DelayDown.Values[h];

    private int Lag(int h) => _p.Cells.Remedies.Word("interneuron_lag") == "round_trip" ? RoundTrip(h) : 0;

    // The potentials above as this area uses them in this tick: as they arrive, or extrapolated.
    private double[] Above(int h)
    {
        int d = _p.Links.DelayDown.Values[h];
        double[] now = At(_potentials[h + 1], _tick - d), before = At(_potentials[h + 1], _tick - 1 - d);
        if (_p.Cells.Remedies.Word("prediction") != "linear")
            return Copy(now);
        for (int j = 0; j < now.Length; j++)
            _slopes[h][j] += _p.Dt / _p.Cells.Remedies.Real("tau_prediction") * (now[j] - before[j] - _slopes[h][j]);
        return Index(now.Length, j => now[j] + (d * _slopes[h][j]));
    }

    private double[,] ForwardUpdate(int l, double[] pre, double[] vbasOld)
    {
        double rate = _p.Dt / M.TauLO;
        double[] e = Index(Size(l), i =>
            Rule.WUseActivation ? R[l][i] - Plain.Phi(Name(l), CP(l) * vbasOld[i]) : Ub[l][i] - (CP(l) * vbasOld[i]));
        for (int j = 0; j < pre.Length; j++)
            _rateFilter[l][j] += rate * (pre[j] - _rateFilter[l][j]);
        for (int i = 0; i < e.Length; i++)
            _errorFilter[l][i] += rate * (e[i] - _errorFilter[l][i]);
        // r_low_pass takes precedence if both are set; each alone filters its own factor.
        bool filterPre = Rule.WRateLowPass, filterPost = Rule.WPostLowPass && !Rule.WRateLowPass;
        double[] post = filterPost ? _errorFilter[l] : e;
        return Plain.Outer(_p.Dt * Rule.EtaFw.Values[l], post, filterPre ? _rateFilter[l] : pre);
    }

    private double[,] FeedbackUpdate(int h)
    {
        double[] pre = Rule.PyrHiPass ? _highPassedAbove[h] : RateAbove(h, _tick);
        double[] xi = At(_noises[h], _tick - (_p.Cells.Remedies.Word("noise_lag") == "round_trip" ? RoundTrip(h) : 0));
        double m = _p.Dt * Rule.Alpha.Values[h] * Rule.EtaBw.Values[h];
        double[,] d = Plain.Outer(_p.Dt * Rule.EtaBw.Values[h], xi, pre);
        Plain.Fill(d, (i, j) => d[i, j] - (m * B[h][i, j] * Weight(i, j)));
        return d;

        double Weight(int i, int j) => Rule.GateRegularizer
            ? pre[j] > 0 ? 1 : 0
            : !Rule.VarphiRegularizer ? 1
            : h == _h - 1 ? 0
            : Plain.Slope(Name(h), Ub[h][i]) * Plain.Slope(Name(h + 1), _above[h][_tick][j]);
    }

    // With a counter-based source every area redraws by itself, every N ticks in which noise acts.
    private void AdvanceNoise(int h, double[] z)
    {
        if (_noisyTicks[h]++ % Xis.Interval != 0)
            return;
        for (int i = 0; i < Size(h); i++)
        {
            double size = Xis.Mode switch { "uP" => U[h][i], "uP_breve" => Ub[h][i], "vapi" => Vapi[h][i], _ => 1 };
            double draw = Math.Abs(size) * z[i], scale = Xis.Scale[h + 1];
            Xi[h][i] = Xis.Type == "OU"
                ? Xi[h][i] + (((-_p.Dt * Xi[h][i]) + (Math.Sqrt(_p.Dt * Xis.TauXi) * scale * draw)) / Xis.TauXi)
                : scale * draw;
        }
    }

    private int Size(int l) => _p.Layers[l + 1];

    private MembraneOptions M => _p.Cells.Membranes;

    private LearningOptions Rule => _p.Cells.Learning;

    private NoiseOptions Xis => _p.Cells.Noise;

    private string Name(int l) => M.Activation[l + 1];

    private double TauP(int l) => 1 / (M.Gl + M.Gbas + (l < _h ? M.Gapi : M.Gntgt));

    private double TauI => 1 / (M.Gl + M.Gden + M.GnI);

    private double CP(int l) => M.Gbas / (M.Gl + M.Gbas + (l < _h ? M.Gapi : 0));

    private double CI => M.Gden / (M.Gl + M.Gden);

    private static IEnumerable<T> Areas<T>(int count, Func<int, T> make) => Enumerable.Range(0, count).Select(make);

    private static double[] Index(int count, Func<int, double> make) => [.. Enumerable.Range(0, count).Select(make)];

    private static double[] Copy(double[] x) => [.. x];

    private static double[] Map(double[] x, Func<double, double> f) => [.. x.Select(f)];

    private static double[] Zip(double[] x, double[] y, Func<double, double, double> f) => [.. x.Zip(y, f)];

    private static void Add(double[] x, double[] change)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] += change[i];
    }
}
