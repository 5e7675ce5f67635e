namespace PalActors.Areas.Tests.Graphs;

/// <summary>
/// One step of a graph of areas, straight from the text of the specification, in plain arrays and loops. It uses
/// nothing of the production code. Values that arrive late are looked up in lists of all earlier values.
/// </summary>
internal sealed class NaiveGraph
{
    private readonly GivenGraph _g;
    private readonly int[] _cellAreas;
    private readonly int[][] _in;
    private readonly int[][] _out;
    private readonly double[][] _uPrevious;
    private readonly double[][] _vPrevious;
    private readonly double[][] _highPass;
    private readonly double[][,] _lowPassed;
    private readonly double[][] _inputBefore;
    private readonly List<double[]>[] _rates;
    private readonly List<double[]>[] _potentials;
    private readonly List<double[]>[] _unseen;
    private readonly List<double[,]>[] _weights;
    private int _tick;

    public NaiveGraph(GivenGraph given)
    {
        _g = given;
        IEnumerable<int> areas = Enumerable.Range(0, given.Cells.Length);
        int[] pathways = [.. Enumerable.Range(0, given.Pathways.Length)];
        _cellAreas = [.. areas.Where(area => !given.IsInput[area])];
        _in = [.. areas.Select(area => pathways.Where(p => given.Pathways[p].To == area).ToArray())];
        _out = [.. areas.Select(area => pathways.Where(p => given.Pathways[p].From == area).ToArray())];
        U = [.. given.U.Select(u => u.ToArray())];
        _uPrevious = [.. given.U.Select(u => u.ToArray())];
        R = [.. given.U.Select(u => Map(u, Phi))];
        Vbas = [.. given.Cells.Select(n => new double[n])];
        Vapi = [.. given.Cells.Select(n => new double[n])];
        Xi = [.. given.Cells.Select(n => new double[n])];
        V = [.. given.Pathways.Select(p => p.V.ToArray())];
        _vPrevious = [.. given.Pathways.Select(p => p.V.ToArray())];
        S = [.. given.Pathways.Select(p => Map(p.V, Phi))];
        VbasOf = [.. given.Pathways.Select(p => new double[given.Cells[p.To]])];
        Vden = [.. given.Pathways.Select(p => new double[given.Cells[p.To]])];
        VapiOf = [.. given.Pathways.Select(p => new double[given.Cells[p.From]])];
        W = [.. given.Pathways.Select(p => (double[,])p.W.Clone())];
        P = [.. given.Pathways.Select(p => (double[,])p.P.Clone())];
        B = [.. given.Pathways.Select(p => (double[,])p.B.Clone())];
        Q = [.. given.Pathways.Select(p => (double[,])p.Q.Clone())];
        _lowPassed = [.. given.Pathways.Select(p => new double[given.Cells[p.To], given.Cells[p.From]])];
        _highPass = [.. given.Pathways.Select(p => Map(given.U[p.To], Phi))];
        _inputBefore = [.. given.Cells.Select(n => new double[n])];
        _rates = [.. R.Select(r => new List<double[]> { r })];
        _potentials = [.. given.U.Select(u => new List<double[]> { u.ToArray() })];
        _unseen = [.. given.Pathways.Select(p => new List<double[]> { new double[given.Cells[p.To]] })];
        _weights = [.. pathways.Select(_ => new List<double[,]>())];
    }

    public double[][] U { get; }

    public double[][] R { get; private set; }

    public double[][] Vbas { get; }

    public double[][] Vapi { get; }

    public double[][] Xi { get; }

    public double[][] V { get; }

    public double[][] S { get; private set; }

    public double[][] VbasOf { get; }

    public double[][] Vden { get; }

    public double[][] VapiOf { get; }

    public double[][,] W { get; }

    public double[][,] P { get; }

    public double[][,] B { get; }

    public double[][,] Q { get; }

    public void Step(GivenPhase phase)
    {
        _tick++;
        bool pal = _g.Model == "PAL", noisy = pal && phase.IsNoisy;
        double dt = _g.Dt;
        double[][] sBefore = S;
        double[][] vbasBefore = Clone(Vbas), vdenBefore = Clone(Vden), vapiBefore = Clone(VapiOf);

        // 1
        double[][] ub = [.. U.Select((u, a) => LookAhead(u, _uPrevious[a], TauOf(a)))];
        double[][] vb = [.. V.Select((v, p) => LookAhead(v, _vPrevious[p], 1 / (_g.Gl + _g.Gden + _g.GnI)))];
        R = [.. ub.Select((x, a) => Silenced(Map(x, Phi), a, _tick))];
        S = [.. vb.Select(x => Map(x, Phi))];
        foreach (int a in _cellAreas)
        {
            _rates[a].Add(R[a]);
            _potentials[a].Add(Silenced([.. ub[a]], a, _tick));
            U[a].CopyTo(_uPrevious[a], 0);
        }

        for (int p = 0; p < V.Length; p++)
        {
            V[p].CopyTo(_vPrevious[p], 0);
            _weights[p].Add((double[,])W[p].Clone());
            int[] others = [.. _in[_g.Pathways[p].To].Where(q => q != p)];
            double[] unseen = new double[_g.Cells[_g.Pathways[p].To]];
            foreach (int q in others)
                Add(unseen, VbasOf[q]);
            _unseen[p].Add(Silenced(unseen, _g.Pathways[p].To, _tick));
        }

        // 2
        foreach (int a in _cellAreas)
        {
            Array.Clear(Vbas[a]);
            foreach (int p in _in[a])
            {
                VbasOf[p] = Times(W[p], RateBelow(p, _tick, phase));
                Add(Vbas[a], VbasOf[p]);
            }

            Array.Clear(Vapi[a]);
            foreach (int p in _out[a])
            {
                int c = _g.Pathways[p].To;
                double[] x = Times(P[p], R[a]);
                if (_in[c].Length > 1)
                {
                    double gain = GainOf(c) / (_g.Gden / (_g.Gl + _g.Gden));
                    double[] unseen = Arriving(p, _tick, At(_unseen[p], _tick - _g.Pathways[p].DelayDown));
                    x = [.. x.Select((sum, i) => sum + (gain * unseen[i]))];
                }

                Vden[p] = !_g.InterLowPass
                    ? x
                    : [.. x.Select((sum, i) => Vden[p][i] + (dt / _g.TauLO * (sum - Vden[p][i])))];
                VapiOf[p] = Times(B[p], RateAbove(p, _tick));
                Add(VapiOf[p], Times(Q[p], S[p]));
                Add(Vapi[a], VapiOf[p]);
            }
        }

        double[][] xiBefore = Clone(Xi);

        // 3
        foreach (int a in _cellAreas.Where(a => noisy && _out[a].Length > 0))
        {
            for (int i = 0; i < Xi[a].Length; i++)
            {
                double kick = Math.Sqrt(dt * _g.TauXi) * Factor * _g.NoiseScale * _g.Normals[a][_tick][i];
                Xi[a][i] += ((-dt * Xi[a][i]) + kick) / _g.TauXi;
            }
        }

        // 4
        double[][] du = [.. U.Select(u => new double[u.Length])], dv = [.. V.Select(v => new double[v.Length])];
        foreach (int a in _cellAreas)
        {
            bool hasAbove = _out[a].Length > 0, isNudged = phase.HasTarget && _g.IsTargeted[a];
            double leak = _g.Gl + _g.Gbas + (hasAbove ? _g.Gapi : 0);
            for (int i = 0; i < du[a].Length; i++)
            {
                double apical = hasAbove ? _g.Gapi * (Vapi[a][i] + (noisy ? xiBefore[a][i] : 0)) : 0;
                double current = (_g.Gbas * Vbas[a][i]) + apical;
                du[a][i] = _g.IsTargeted[a] && !isNudged
                    ? dt * ((current / leak) - U[a][i]) / TauOf(a)
                    : dt * (current + (isNudged ? _g.Gntgt * phase.Targets[a][i] : 0) - (U[a][i] / TauOf(a)));
            }

            foreach (int p in _out[a])
            {
                double[] above = Arriving(
                    p, _tick, At(_potentials[_g.Pathways[p].To], _tick - _g.Pathways[p].DelayDown));
                for (int i = 0; i < dv[p].Length; i++)
                {
                    dv[p][i] = dt * ((_g.Gden * Vden[p][i]) + (_g.GnI * above[i])
                        - (V[p][i] * (_g.Gl + _g.Gden + _g.GnI)));
                }
            }
        }

        // 5 to 7
        foreach (int a in _cellAreas)
            Learn(a, phase, ub[a], vbasBefore[a], p => vdenBefore[p], p => vapiBefore[p], p => sBefore[p]);
        foreach (int a in _cellAreas)
            Add(U[a], du[a]);
        for (int p = 0; p < V.Length; p++)
            Add(V[p], dv[p]);

        // 9
        foreach (int p in _cellAreas.SelectMany(a => _out[a]))
        {
            double[] now = RateAbove(p, _tick), before = RateAbove(p, _tick - 1);
            for (int j = 0; j < now.Length; j++)
                _highPass[p][j] += now[j] - before[j] - (dt / _g.TauHP * _highPass[p][j]);
        }

        for (int a = 0; a < _g.Cells.Length; a++)
        {
            if (_g.IsInput[a])
                phase.Inputs[a].CopyTo(_inputBefore[a], 0);
        }
    }

    private void Learn(
        int a, GivenPhase phase, double[] ub, double[] vbasBefore,
        Func<int, double[]> vdenBefore, Func<int, double[]> vapiBefore, Func<int, double[]> sBefore)
    {
        double dt = _g.Dt, ci = _g.Gden / (_g.Gl + _g.Gden), c = GainOf(a);
        double[] e = [.. vbasBefore.Select((v, i) => _g.UseActivation ? R[a][i] - Phi(c * v) : ub[i] - (c * v))];
        e = Silenced(e, a, _tick);
        foreach (int p in _in[a])
        {
            if (!phase.LearnsForward || Rests("W", p))
                continue;
            double[] pre = _g.IsInput[_g.Pathways[p].From] ? _inputBefore[_g.Pathways[p].From]
                : At(_rates[_g.Pathways[p].From], _tick - 1 - _g.Pathways[p].DelayUp);
            double[,] dw = Outer(dt * Factor * _g.Pathways[p].EtaFw, e, pre);
            if (_g.WLowPass)
            {
                Fill(_lowPassed[p], (i, j) => _lowPassed[p][i, j] + (dt / _g.TauLO * (dw[i, j] - _lowPassed[p][i, j])));
                dw = _lowPassed[p];
            }

            Fill(W[p], (i, j) => W[p][i, j] + dw[i, j]);
        }

        foreach (int p in _out[a])
        {
            GivenPathway of = _g.Pathways[p];
            double[,] bBefore = (double[,])B[p].Clone();
            if (_g.Model == "BP")
            {
                double[,] w = _weights[p][Math.Max(0, _tick - 1 - of.DelayDown)];
                Fill(B[p], (i, j) => w[j, i]);
                Fill(Q[p], (i, j) => -w[j, i]);
            }

            if (phase.LearnsLaterally)
            {
                double[] before = vdenBefore(p);
                double[] error = [.. S[p].Select((s, i) => s - Phi(ci * before[i]))];
                double[,] dp = Outer(dt * Factor * of.EtaIP, error, At(_rates[a], _tick - 1));
                double[] vapi = Silenced([.. vapiBefore(p)], a, _tick);
                double[,] dq = Outer(-dt * Factor * of.EtaPI, vapi, sBefore(p));
                if (!Rests("P", p))
                    Fill(P[p], (i, j) => P[p][i, j] + dp[i, j]);
                if (!Rests("Q", p))
                    Fill(Q[p], (i, j) => Q[p][i, j] + dq[i, j]);
            }

            if (_g.Model != "PAL" || !phase.LearnsBackward || Rests("B", p))
                continue;
            double[] xi = Silenced([.. Xi[a]], a, _tick);
            double[,] db = Outer(dt * Factor * of.EtaBw, xi, _g.PyrHiPass ? _highPass[p] : RateAbove(p, _tick));
            double m = dt * of.Alpha * Factor * of.EtaBw;
            Fill(B[p], (i, j) => bBefore[i, j] + db[i, j] - (m * bBefore[i, j]));
        }
    }

    private double TauOf(int a)
    {
        bool hasAbove = _out[a].Length > 0, isNudged = _g.IsTargeted[a] || !hasAbove;
        return 1 / (_g.Gl + _g.Gbas + (hasAbove ? _g.Gapi : 0) + (isNudged ? _g.Gntgt : 0));
    }

    private double GainOf(int a) => _g.Gbas / (_g.Gl + _g.Gbas + (_out[a].Length > 0 ? _g.Gapi : 0));

    private double[] LookAhead(double[] now, double[] before, double tau) =>
        [.. now.Select((x, i) => before[i] + (_g.Taur * tau * (x - before[i]) / _g.Dt))];

    private double[] RateBelow(int p, int tick, GivenPhase phase) => Arriving(p, tick, _g.IsInput[_g.Pathways[p].From]
        ? phase.Inputs[_g.Pathways[p].From]
        : At(_rates[_g.Pathways[p].From], tick - _g.Pathways[p].DelayUp));

    private double[] RateAbove(int p, int tick)
    {
        int sent = tick - _g.Pathways[p].DelayDown, above = _g.Pathways[p].To;
        return Arriving(p, tick, Silenced(Map(At(_potentials[above], sent), Phi), above, sent));
    }

    // Nothing arrives along a pathway that is cut.
    private double[] Arriving(int p, int tick, double[] values) =>
        Array.Exists(_g.Perturbations, one => one.Pathway == p && one.Rule.Length == 0 && one.Acts(tick))
            ? new double[values.Length]
            : values;

    private double[] Silenced(double[] values, int a, int tick)
    {
        foreach (GivenPerturbation one in _g.Perturbations.Where(one => one.Area == a && one.Acts(tick)))
        {
            foreach (int cell in one.Cells)
                values[cell] = 0;
        }

        return values;
    }

    // The rules of a pathway that is cut rest until the tick after.
    private bool Rests(string rule, int p) => Array.Exists(_g.Perturbations, one => one.Pathway == p
        && (one.Rule == rule ? one.Acts(_tick) : one.Rule.Length == 0 && (one.Acts(_tick) || one.Acts(_tick - 1))));

    private double Factor => _tick >= _g.ChangeTick ? _g.Change : 1;

    private double Phi(double x) => _g.Activation == "tanh" ? Math.Tanh(x) : 1 / (1 + Math.Exp(-x));

    private static double[] At(List<double[]> history, int tick) => history[Math.Max(0, tick)];

    private static double[] Map(double[] x, Func<double, double> f) => [.. x.Select(f)];

    private static double[][] Clone(double[][] x) => [.. x.Select(one => one.ToArray())];

    private static void Add(double[] x, double[] more)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] += more[i];
    }

    private static double[] Times(double[,] m, double[] x)
    {
        double[] y = new double[m.GetLength(0)];
        for (int i = 0; i < y.Length; i++)
        {
            for (int j = 0; j < x.Length; j++)
                y[i] += m[i, j] * x[j];
        }

        return y;
    }

    private static double[,] Outer(double scale, double[] x, double[] y)
    {
        double[,] m = new double[x.Length, y.Length];
        Fill(m, (i, j) => scale * x[i] * y[j]);
        return m;
    }

    private static void Fill(double[,] m, Func<int, int, double> value)
    {
        for (int i = 0; i < m.GetLength(0); i++)
        {
            for (int j = 0; j < m.GetLength(1); j++)
                m[i, j] = value(i, j);
        }
    }
}
