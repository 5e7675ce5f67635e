using System.Numerics;
using System.Runtime.Intrinsics;
using CsCheck;
using PalActors.Areas.Contract.Links;
using PalActors.Areas.Toolkit.Inputs;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Areas.Toolkit.States;
using PalActors.Messages.Control;

namespace PalActors.Areas.Tests.Projections;

/// <summary>
/// The blocked form of a forward projection beside plain loops over its equations, which visit every synapse in every
/// tick.
/// </summary>
public sealed class BlockedInputTests
{
    private static readonly Gen<Case> Cases =
        from rows in Gen.Int[1, 50]
        from columns in Gen.OneOf(Gen.Int[1, 20], Gen.Int[60, 140])
        from ticks in Gen.Int[1, 35]
        from lowPass in Gen.Bool
        from keep in Gen.OneOf(Gen.Double[0, 1], Gen.Double[0.99, 1], Gen.Const(1.0), Gen.Const(0.0))
        from rate in Gen.OneOf(Gen.Const(1.0), Gen.Const(1e-2), Gen.Const(1e-6))
        from learning in Gen.OneOf(Gen.Const(1.0), Gen.Const(0.7), Gen.Const(0.0))
        from seed in Gen.Int
        select new Case(rows, columns, ticks, lowPass, keep, rate, learning, seed);

    [Fact]
    public void ItIsThePlainLoopUpToRounding() => Cases.Sample(
        c =>
        {
            Run run = new(c);
            for (int tick = 0; tick < (3 * c.Ticks) + 5; tick++)
            {
                run.Step();
                run.AssertClose(1e-13);
            }
        },
        iter: 300);

    [Fact]
    public void AfterThousandsOfTicksItStillIs()
    {
        // The constants of the paper: tau_LO is 10,000 ticks.
        Run run = new(new Case(37, 70, 32, LowPass: true, Keep: 0.9999, Rate: 1e-4, Learning: 0.9, Seed: 5));
        for (int tick = 0; tick < 8000; tick++)
            run.Step();
        run.AssertClose(1e-12);
        Assert.True(run.Moved > 1, "The weights hardly moved.");
    }

    [Fact]
    public void InSinglePrecisionItIsAsNearAsFloatsAre() => Cases.Sample(
        c =>
        {
            Run run = new(c with { Precision = Precision.Single });
            for (int tick = 0; tick < (2 * c.Ticks) + 5; tick++)
            {
                run.Step();
                run.AssertClose(3e-5);
            }
        },
        iter: 100);

    [Fact]
    public void LookingChangesNothingAndAStateCapturedAtAnyTickGoesOnBitForBit() => Gen.Select(
        Cases, Gen.Bool, Gen.Int[1, 9]).Sample(
        (c, single, every) =>
        {
            c = c with { Precision = single ? Precision.Single : Precision.Double };
            Run whole = new(c), looked = new(c), cut = new(c);
            for (int tick = 0; tick < (3 * c.Ticks) + 5; tick++)
            {
                whole.Step();
                looked.Step();
                looked.Blocked.Current([]);
                cut.Step();
                if (tick % every == 0)
                    cut = cut.Cut();
                Assert.Equal(Bits(whole.Sum), Bits(cut.Sum));
            }

            Assert.True(whole.Capture().SameBits(looked.Capture()));
            Assert.True(whole.Capture().SameBits(cut.Capture()));
        },
        iter: 100);

    [Fact]
    public void SplitOverCoresItHasTheSameBits() => Gen.Select(Cases, Gen.Bool, Gen.Int[2, 4]).Sample(
        (c, single, threads) =>
        {
            c = c with { Rows = 4 * c.Rows, Precision = single ? Precision.Single : Precision.Double };
            Run whole = new(c), split = new(c, new RowSplit(threads) { Least = 1 });
            for (int tick = 0; tick < (2 * c.Ticks) + 3; tick++)
            {
                whole.Step();
                split.Step();
                Assert.Equal(Bits(whole.Sum), Bits(split.Sum));
            }

            Assert.True(whole.Capture().SameBits(split.Capture()));
            Assert.Equal(
                Bits(whole.Blocked.Current([]).W.ToRowMajor()), Bits(split.Blocked.Current([]).W.ToRowMajor()));
        },
        iter: 100);

    [Fact]
    public void EveryVectorWidthGivesTheBitsOfPlainChains() => Cases.Sample(
        c =>
        {
            double[] doubles = Chains(c, Precision.Double, (a, b, s) => Math.FusedMultiplyAdd(a, b, s), x => x);
            Assert.Equal(Bits(doubles), Bits(Renewed<double, Vector256<double>, Lanes256>(c, Precision.Double)));
            Assert.Equal(Bits(doubles), Bits(Renewed<double, Vector512<double>, Lanes512>(c, Precision.Double)));
            double[] singles = Chains(
                c, Precision.Single, (a, b, s) => MathF.FusedMultiplyAdd((float)a, (float)b, (float)s), x => (float)x);
            Assert.Equal(Bits(singles), Bits(Renewed<float, Vector256<float>, Singles256>(c, Precision.Single)));
            Assert.Equal(Bits(singles), Bits(Renewed<float, Vector512<float>, Singles512>(c, Precision.Single)));
        },
        iter: 200);

    [Fact]
    public void ABlockAllocatesNothing()
    {
        foreach (Precision precision in Enum.GetValues<Precision>())
        {
            PlasticProjection projection = new(100, 70, lowPass: true, precision, new RowSplit(2) { Least = 1 })
            {
                Update = { Form = UpdateForm.LowPassed },
            };
            BlockedInput blocked = new(projection, 0.99, 8);
            double[] rates = new double[72], sums = new double[104];
            Blocks(50);
            long before = GC.GetAllocatedBytesForCurrentThread();
            Blocks(50);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

            void Blocks(int count)
            {
                for (int i = 0; i < 8 * count; i++)
                {
                    for (int ahead = 1; i % 8 == 0 && ahead < 8; ahead++)
                        blocked.Foresee(ahead, rates);
                    if (i % 8 == 0)
                        blocked.Begin(rates, rates);
                    blocked.Step(i % 8, sums);
                }
            }
        }
    }

    [Fact]
    public void RatesThatWereNotForeseenAndUpdatesThatAreNoProductsAreRefused()
    {
        PlasticProjection projection = new(3, 2, lowPass: false) { Update = { Form = UpdateForm.Decaying } };
        BlockedInput blocked = new(projection, 1, 3);
        blocked.Foresee(1, new double[2]);
        Assert.Contains(
            "1 ticks ahead",
            Assert.Throws<InvalidOperationException>(() => blocked.Begin(new double[2], new double[2])).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "Decaying",
            Assert.Throws<InvalidOperationException>(() => blocked.Step(0, new double[8])).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(12_000_000, 100, 0, 0, 32)]
    [InlineData(12_000_000, 40, 0, 0, 16)]
    [InlineData(12_000_000, 16, 0, 0, 8)]
    [InlineData(12_000_000, 15, 0, 0, 1)]
    [InlineData(12_000_000, 0, 0, 0, 1)]
    [InlineData(11_999_999, 100, 0, 0, 1)]
    [InlineData(12_000_000, 100, 1, 0, 1)]
    [InlineData(12_000_000, 100, 0, 1, 1)]
    [InlineData(160, 100, 0, 7, 7)]
    [InlineData(160, 3, 0, 7, 3)]
    [InlineData(160, 0, 0, 7, 1)]
    [InlineData(160, 100, 2, 7, 1)]
    public void HowManyTicksABlockHas(long bytes, int delay, int slack, int asked, int ticks) =>
        Assert.Equal(ticks, BlockLength.Of(bytes, new LinkTiming(delay, 3, slack, 5), asked));

    [Fact]
    public void WhatMemoryAProjectionTakes()
    {
        Assert.Equal(160, new PlasticProjection(5, 4, lowPass: false).Bytes);
        Assert.Equal(320, new PlasticProjection(5, 4, lowPass: true).Bytes);
        Assert.Equal(160, new PlasticProjection(5, 4, lowPass: true, Precision.Single).Bytes);
    }

    private static long[] Bits(double[] values) => [.. values.Select(BitConverter.DoubleToInt64Bits)];

    private static (
        double[,] W, double[,] D, double[,] F, double[,] E, double[,] Old, double[,] Fresh, int[] Pairs, double Drift,
        double Keep) Draw(Case c)
    {
        Random random = new(c.Seed);
        return (
            Table(c.Rows, c.Columns), Table(c.Rows, c.Columns), Table(c.Rows, c.Ticks), Table(c.Rows, c.Ticks),
            Table(c.Ticks + 1, c.Columns), Table(c.Ticks + 1, c.Columns),
            [.. Enumerable.Range(0, random.Next(c.Ticks + 1)).Select(_ => random.Next(c.Ticks + 1))],
            random.NextDouble(), random.NextDouble());

        double[,] Table(int rows, int columns)
        {
            double[,] table = new double[rows, columns];
            for (int i = 0; i < rows; i++)
            {
                for (int j = 0; j < columns; j++)
                    table[i, j] = (2 * random.NextDouble()) - 1;
            }

            return table;
        }
    }

    // The kernel's results, number by number: W, D, then sums and low sums of every tick.
    private static double[] Chains(
        Case c, Precision precision, Func<double, double, double, double> fma, Func<double, double> round)
    {
        var (w, d, f, e, old, fresh, pairs, drift, keep) = Draw(c);
        List<double> sums = [];
        for (int i = 0; i < c.Rows; i++)
        {
            for (int j = 0; j < c.Columns; j++)
            {
                (double weight, double low) = (round(w[i, j]), round(d[i, j]));
                if (c.LowPass && pairs.Length > 0)
                    (weight, low) = (fma(drift, low, weight), round(round(keep) * low));
                for (int u = 0; u < pairs.Length; u++)
                {
                    weight = fma(f[i, u], old[pairs[u], j], weight);
                    low = c.LowPass ? fma(e[i, u], old[pairs[u], j], low) : low;
                }

                (w[i, j], d[i, j]) = (weight, low);
            }
        }

        foreach (double[,] matrix in c.LowPass ? new[] { w, d } : [w])
        {
            for (int k = 0; k < c.Ticks; k++)
            {
                for (int i = 0; i < c.Rows; i++)
                    sums.Add(
                        Enumerable.Range(0, c.Columns).Aggregate(0.0, (sum, j) => fma(matrix[i, j], fresh[k, j], sum)));
            }
        }

        return [.. w.Cast<double>(), .. c.LowPass ? d.Cast<double>() : [], .. sums];
    }

    private static double[] Renewed<T, TVector, TElements>(Case c, Precision precision)
        where T : unmanaged, INumber<T>
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
    {
        var (w, d, f, e, old, fresh, pairs, drift, keep) = Draw(c);
        WeightMatrix weights = Matrix(w), low = Matrix(d), before = Matrix(old);
        BlockUpdates<T> updates = new(weights, c.Ticks)
        {
            Count = pairs.Length,
            Drift = T.CreateTruncating(drift),
            Keep = T.CreateTruncating(keep),
        };
        Fill(updates.InWeights, f);
        Fill(updates.InLowPassed, e);
        for (int u = 0; u < pairs.Length; u++)
            updates.Rates[u] = (nuint)(((pairs[u] & -before.Lanes) * c.Columns) + (pairs[u] & (before.Lanes - 1)));
        T[][] sums = Sums(), lowSums = Sums();
        // In two parts, as by two threads.
        int middle = Math.Min(c.Rows, 2 * weights.Lanes);
        BlockKernels.Renew<T, TVector, TElements>(
            weights, c.LowPass ? low : null, updates, before, Matrix(fresh), sums, lowSums, middle, c.Rows);
        BlockKernels.Renew<T, TVector, TElements>(
            weights, c.LowPass ? low : null, updates, before, Matrix(fresh), sums, lowSums, 0, middle);
        return
        [
            .. weights.ToRowMajor(), .. c.LowPass ? low.ToRowMajor() : [],
            .. (c.LowPass ? new[] { sums, lowSums } : [sums])
                .SelectMany(s => s.Take(c.Ticks).SelectMany(v => v.Take(c.Rows).Select(double.CreateTruncating))),
        ];

        WeightMatrix Matrix(double[,] values)
        {
            WeightMatrix matrix = new(values.GetLength(0), values.GetLength(1), precision);
            Fill(matrix, values);
            return matrix;
        }

        static void Fill(WeightMatrix matrix, double[,] values) => matrix.FromRowMajor([.. values.Cast<double>()]);

        T[][] Sums() => [.. Enumerable.Range(0, (c.Ticks + 7) & -8).Select(_ => new T[weights.PaddedRows])];
    }

    private sealed record Case(
        int Rows, int Columns, int Ticks, bool LowPass, double Keep, double Rate, double Learning, int Seed)
    {
        public Precision Precision { get; init; }
    }

    // The blocked form and the literal equations, in step.
    private sealed class Run
    {
        private readonly Case _case;
        private readonly Random _random;
        private readonly StateMap _state = new();
        private readonly PlasticProjection _projection;
        private readonly double[,] _w;
        private readonly double[,] _d;
        private readonly double[] _start;
        private readonly double[] _expected;
        private List<double[]> _ahead = [];
        private double[] _before;
        private int _drawn;
        private int _tick;

        public Run(Case c, RowSplit? split = null)
        {
            _case = c;
            _random = new Random(c.Seed);
            _projection = new PlasticProjection(c.Rows, c.Columns, c.LowPass, c.Precision, split);
            _start = [.. Enumerable.Range(0, c.Rows * c.Columns).Select(_ => (2 * Next()) - 1)];
            _projection.Weights.FromRowMajor(_start);
            (_w, _d) = (new double[c.Rows, c.Columns], new double[c.Rows, c.Columns]);
            for (int i = 0; i < _start.Length; i++)
                _w[i / c.Columns, i % c.Columns] = _start[i];
            Blocked = new BlockedInput(_projection, c.Keep, c.Ticks);
            Sum = Padding.Allocate(c.Rows);
            _expected = new double[c.Rows];
            _before = Rates();
            _state.Matrix("W", _projection.Weights);
            if (_projection.LowPassed is not null)
                _state.Matrix("D", _projection.LowPassed);
            Blocked.Describe(_state);
        }

        public BlockedInput Blocked { get; }

        public double[] Sum { get; }

        public double Moved => _w.Cast<double>().Zip(_start, (now, then) => Math.Abs(now - then)).Max();

        public AreaState Capture() => _state.Capture(1, 0);

        public void Step()
        {
            int at = _tick++ % _case.Ticks;
            if (at == 0)
            {
                _ahead = [.. Enumerable.Range(0, _case.Ticks).Select(_ => Rates())];
                for (int ahead = 1; ahead < _case.Ticks; ahead++)
                    Blocked.Foresee(ahead, _ahead[ahead]);
                Blocked.Begin(_ahead[0], _before);
            }

            WeightUpdate update = _projection.Update;
            update.Form =
                Next() >= _case.Learning ? UpdateForm.None : _case.LowPass ? UpdateForm.LowPassed : UpdateForm.Hebbian;
            update.PostScale = 0.5;
            for (int i = 0; i < _case.Rows; i++)
                update.Post[i] = _case.Rate * ((2 * Next()) - 1);
            Blocked.Step(at, Sum);
            for (int i = 0; i < _case.Rows; i++)
            {
                _expected[i] = 0;
                for (int j = 0; j < _case.Columns; j++)
                {
                    _expected[i] += _w[i, j] * _ahead[at][j];
                    if (update.Form == UpdateForm.None)
                        continue;
                    double product = update.PostScale * update.Post[i] * _before[j];
                    _d[i, j] = (_case.LowPass ? _case.Keep * _d[i, j] : 0) + product;
                    _w[i, j] += _d[i, j];
                }
            }

            _before = _ahead[at];
        }

        public void AssertClose(double tolerance)
        {
            (WeightMatrix w, WeightMatrix? d) = Blocked.Current([]);
            double scale = 1 + _w.Cast<double>().Max(Math.Abs);
            Near(_expected, Sum.AsSpan(0, _case.Rows), tolerance * scale * _case.Columns);
            Near([.. _w.Cast<double>()], w.ToRowMajor(), tolerance * scale);
            if (d is not null)
                Near([.. _d.Cast<double>()], d.ToRowMajor(), tolerance * scale);
        }

        // Another one that continues from this one's captured state.
        public Run Cut()
        {
            Run other = new(_case) { _ahead = _ahead, _before = _before, _tick = _tick };
            while (other._drawn < _drawn)
                other.Next();
            other._state.Restore(Capture());
            other.Blocked.Forget();
            Sum.CopyTo(other.Sum, 0);
            return other;
        }

        private static void Near(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double tolerance)
        {
            for (int i = 0; i < expected.Length; i++)
                Expect.True(Math.Abs(expected[i] - actual[i]) <= tolerance, $"{expected[i]} and {actual[i]} at {i}");
        }

        private double[] Rates() => [.. Enumerable.Range(0, _case.Columns).Select(_ => Next())];

        private double Next()
        {
            _drawn++;
            return _random.NextDouble();
        }
    }
}
