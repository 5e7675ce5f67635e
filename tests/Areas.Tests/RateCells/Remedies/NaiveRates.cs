using PalActors.Areas.Contract.Links;
using PalActors.Areas.Models.RateCells.Networks;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Tests.RateCells.Remedies;

/// <summary>Dense rate cells and remedies as docs/model.md writes them, with all earlier values in lists.</summary>
/// <remarks>Vectors are per sample, [sample][cell]; before tick 1 everything is zero.</remarks>
internal sealed partial class NaiveRates
{
    private readonly GivenRates _given;
    private readonly RateParameters _parameters;
    private readonly History[] _r;
    private readonly History[] _d;
    private readonly History[] _ub;
    private readonly History[] _e;
    private readonly History[] _xi;
    private readonly History[] _x;
    private readonly List<bool> _noise = [false];
    private readonly List<double[,]>[] _w;
    private readonly double[][] _b;
    private readonly double[]?[] _hasRate;
    private readonly double[][][] _hp;

    public NaiveRates(GivenRates given)
    {
        (_given, _parameters) = (given, given.Parameters);
        int top = _parameters.Top;
        int[] sizes = [_parameters.OutputOf(0), .. _parameters.Areas.Values.Select(area => area.Cells.Cells)];
        History Of(int area) => new(_parameters.Batch, sizes[Math.Max(0, area)]);
        History[] Make(int shift) => [.. Enumerable.Range(0, top + 1).Select(l => Of(l - shift))];
        (_r, _d, _ub, _e, _xi, _x) = (Make(0), Make(0), Make(0), Make(0), Make(0), Make(1));
        _w = [.. Enumerable.Range(0, top + 1).Select(l => l == 0
            ? new List<double[,]>()
            : [Matrix(given.W(l, sizes[l] * sizes[l - 1]), sizes[l])])];
        _b = [.. Enumerable.Range(0, top + 1).Select(l => l == 0 ? [] : given.Bias(l, sizes[l]))];
        B = [.. Enumerable.Range(0, top).Select(l =>
        {
            int above = sizes[_parameters.IsDirectFeedback ? top : l + 1];
            return l == 0 ? new double[0, 0] : Matrix(given.B(l, sizes[l] * above), sizes[l]);
        })];
        _hp = [.. Enumerable.Range(0, top).Select(l => Zeros(_parameters.Batch, sizes[l + 1]))];
        _hasRate = new double[top][];
    }

    /// <summary>Ticks that are complete.</summary>
    public int Tick { get; private set; }

    /// <summary>B that ends on each area.</summary>
    public double[][,] B { get; }

    /// <summary>W of an area.</summary>
    public double[,] W(int area) => _w[area][^1];

    /// <summary>Errors of an area, [sample][cell].</summary>
    public double[][] Errors(int area) => _e[area][Tick];

    /// <summary>Rates of an area, [sample][cell].</summary>
    public double[][] Rates(int area) => _r[area][Tick];

    /// <summary>Computes a tick.</summary>
    public void Step()
    {
        int t = ++Tick, top = _parameters.Top;
        Phase phase = _given.Schedule.Phases[_given.Schedule.IndexOf(t)];
        bool noise = (phase.Flags & TickFlags.Noise) != 0;
        _noise.Add(noise);
        for (int l = 1; l <= top; l++)
        {
            _xi[l].Add(Noise(l, t));
            _x[l].Add(Arriving(
                l - 1, t, l == 1 ? Input(t, phase) : _r[l - 1][t - 1 - _parameters.Links.DelayUp.Values[l - 2]]));
        }

        _e[top].Add(Silenced(OutputError(t, phase), top, t));
        for (int l = top - 1; l >= 1 && !_parameters.IsDirectFeedback; l--)
            _e[l].Add(Silenced(Times(_d[l][t - 1 - Lag(l)], Arriving(l, t, FromAbove(l, t))), l, t));
        for (int l = 1; l <= top; l++)
            Potentials(l, t, noise);
        for (int l = top - 1; l >= 1 && _parameters.IsDirectFeedback; l--)
            _e[l].Add(Silenced(Times(_d[l][t - Lag(l)], Product(B[l], _e[top][t - Down(l)])), l, t));
        for (int l = 1; l <= top; l++)
            LearnForward(l, t, (phase.Flags & TickFlags.LearnForward) != 0 && !Rests("W", l - 1, t));
        for (int l = 1; l < top && _parameters.IsPal; l++)
            LearnFeedback(l, t, (phase.Flags & TickFlags.LearnBackward) != 0 && !Rests("B", l, t));
    }

    // Ticks on the way from an area to the top and back.
    private int Lag(int l) => _parameters.Remedies.Word("rate_lag") == "none"
        ? 0
        : Enumerable.Range(l, _parameters.Top - l)
            .Sum(k => _parameters.Links.DelayUp.Values[k - 1] + _parameters.Links.DelayDown.Values[k - 1]);

    private int Down(int l) =>
        Enumerable.Range(l, _parameters.Top - l).Sum(k => _parameters.Links.DelayDown.Values[k - 1]);

    private double[][] Noise(int l, int t)
    {
        RateAreaOptions area = _parameters.Areas[l];
        int slots = _parameters.Batch;
        return Each(_xi[l][t - 1], (slot, i, xi) => _parameters.IsPal
            ? xi - (xi / area.TauXi)
                + (Of(l, t).Sigma / Math.Sqrt(area.TauXi) * GivenRates.Z(l, NoiseKind.Cells, t, (i * slots) + slot))
            : 0);
    }

    private double[][] Input(int t, Phase phase)
    {
        int cells = _parameters.OutputOf(0);
        return Each(Zeros(_parameters.Batch, cells), (slot, i, _) => GivenRates.X(
            _given.Schedule.IndexOf(t), (int)((t - phase.FirstTick) / phase.PresentationTicks), (slot * cells) + i));
    }

    private double[][] OutputError(int t, Phase phase)
    {
        int top = _parameters.Top, cells = _parameters.OutputOf(top);
        bool acts = (phase.Flags & TickFlags.Target) != 0;
        int presentation = (int)((t - phase.FirstTick) / phase.PresentationTicks);
        return Each(_ub[top][t - 1], (slot, i, ub) => acts
            ? _parameters.Beta * (_given.Y(_given.Schedule.IndexOf(t), presentation, (slot * cells) + i) - ub)
            : 0);
    }

    // What comes down, as it was sent delay_down ticks ago.
    private double[][] FromAbove(int l, int t)
    {
        int sent = t - _parameters.Links.DelayDown.Values[l - 1];
        if (sent < 1)
            return Zeros(_parameters.Batch, _parameters.OutputOf(l));
        double[][] s = Silenced(_e[l + 1][sent - 1], l + 1, sent);
        if (_parameters.Algorithm == RateAlgorithm.BP)
            return Product(Transpose(_w[l + 1][sent - 1]), s);
        bool withNoise = _parameters.Path == ErrorPath.Soma && _noise[sent];
        return Product(B[l], withNoise ? Silenced(Sum(s, _xi[l + 1][sent]), l + 1, sent) : s);
    }

    private void Potentials(int l, int t, bool noise)
    {
        double[][] ub = Each(Product(W(l), _x[l][t]), (_, i, sum) => sum + _b[l][i]);
        if (noise)
            ub = Sum(ub, _xi[l][t]);
        if (_parameters.Path == ErrorPath.Soma)
            ub = Sum(ub, _e[l][t - 1]);
        bool tanh = _parameters.Areas[l].Activation == "tanh";
        _ub[l].Add(ub);
        _r[l].Add(Silenced(Each(ub, (_, _, v) => tanh ? Math.Tanh(v) : v), l, t));
        _d[l].Add(Silenced(Each(ub, (_, _, v) => tanh ? 1 - Math.Pow(Math.Tanh(v), 2) : 1), l, t));
    }

    private void LearnForward(int l, int t, bool learns)
    {
        double[,] w = (double[,])W(l).Clone();
        double scale = _parameters.Dt * Of(l, t).EtaW / _parameters.Batch;
        double[][] e = _e[l][t], x = _x[l][t - Lag(l)];
        for (int slot = 0; slot < e.Length && learns; slot++)
        {
            for (int i = 0; i < e[slot].Length; i++)
            {
                _b[l][i] += scale * e[slot][i];
                for (int j = 0; j < x[slot].Length; j++)
                    w[i, j] += scale * e[slot][i] * x[slot][j];
            }
        }

        _w[l].Add(w);
    }

    private void LearnFeedback(int l, int t, bool learns)
    {
        RateAreaOptions above = Of(l + 1, t);
        int seen = t - _parameters.Links.DelayDown.Values[l - 1];
        if (seen >= 1)
        {
            double[][] now = Arriving(l, t, _r[l + 1][seen]);
            double[][] before = _hasRate[l] is null ? now : Arriving(l, t - 1, _r[l + 1][seen - 1]);
            _hasRate[l] = [];
            _hp[l] = Each(_hp[l], (slot, i, hp) => hp - (hp / above.TauHp) + now[slot][i] - before[slot][i]);
        }

        LinkOptions links = _parameters.Links;
        bool lags = _parameters.Remedies.Word("noise_lag") == "round_trip";
        int lag = lags ? links.DelayUp.Values[l - 1] + links.DelayDown.Values[l - 1] : 0;
        double[][] xi = Silenced(_xi[l][t - lag], l, t);
        for (int i = 0; i < B[l].GetLength(0) && learns; i++)
        {
            for (int j = 0; j < B[l].GetLength(1); j++)
            {
                double mean = Enumerable.Range(0, xi.Length).Average(slot => xi[slot][i] * _hp[l][slot][j]);
                B[l][i, j] += _parameters.Dt * above.EtaB * (mean - (above.Reg * B[l][i, j]));
            }
        }
    }
}
