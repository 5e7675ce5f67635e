using System.Runtime.Intrinsics;
using CsCheck;
using PalActors.Areas.Toolkit.Inputs;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Areas.Toolkit.States;
using PalActors.Messages.Control;

namespace PalActors.Areas.Tests.Projections;

/// <summary>
/// The lazy form of a projection from a held input beside the eager one, which visits every synapse in every tick.
/// </summary>
public sealed class HeldInputTests
{
    private static readonly Gen<Case> Cases =
        from rows in Gen.Int[1, 40]
        from columns in Gen.Int[1, 40]
        from seed in Gen.Int
        from lowPass in Gen.Bool
        from keep in Gen.OneOf(Gen.Double[0, 1], Gen.Double[0.99, 1], Gen.Const(1.0), Gen.Const(0.0))
        from rate in Gen.OneOf(Gen.Const(1.0), Gen.Const(1e-2), Gen.Const(1e-6))
        from zeros in Gen.OneOf(Gen.Const(0.0), Gen.Const(0.5), Gen.Const(0.9), Gen.Const(1.0))
        select new Case(rows, columns, seed, lowPass, keep, rate, zeros);

    [Fact]
    public void LazyIsEagerUpToRounding() => Cases.Sample(
        c =>
        {
            Pair pair = new(c, Precision.Double);
            for (int tick = 0; tick < 60; tick++)
            {
                pair.Step();
                pair.AssertClose(1e-12);
            }
        },
        iter: 400);

    [Fact]
    public void LookingChangesNothingAndACapturedStateGoesOnBitForBit() => Cases.Sample(
        c =>
        {
            Pair whole = new(c, Precision.Double), looked = new(c, Precision.Double), cut = new(c, Precision.Double);
            for (int tick = 0; tick < 40; tick++)
            {
                whole.Step();
                looked.Step();
                looked.Lazy.Current(looked.Held);
                cut.Step();
                if (tick % 7 == 3)
                    cut = cut.Cut();
            }

            Assert.True(whole.Capture().SameBits(looked.Capture()));
            Assert.True(whole.Capture().SameBits(cut.Capture()));
        },
        iter: 100);

    [Fact]
    public void InSinglePrecisionItIsAsNearAsFloatsAre() => Cases.Sample(
        c =>
        {
            Pair pair = new(c, Precision.Single);
            for (int tick = 0; tick < 60; tick++)
            {
                pair.Step();
                pair.AssertClose(3e-5);
            }
        },
        iter: 100);

    [Fact]
    public void EveryVectorWidthGivesTheSameBits() => Cases.Sample(
        c =>
        {
            Assert.Equal(
                Renewed<double, Vector256<double>, Lanes256>(c, Precision.Double, w => w.Doubles),
                Renewed<double, Vector512<double>, Lanes512>(c, Precision.Double, w => w.Doubles));
            Assert.Equal(
                Renewed<float, Vector256<float>, Singles256>(c, Precision.Single, w => w.Singles),
                Renewed<float, Vector512<float>, Singles512>(c, Precision.Single, w => w.Singles));
        },
        iter: 200);

    [Fact]
    public void PowersAreThoseOfARepeatedProduct() => Gen.Select(Gen.Double[0.9, 1], Gen.Int[0, 5000]).Sample(
        (q, m) =>
        {
            double power = 1, gain = 0;
            for (int i = 0; i < m; i++)
            {
                power *= q;
                gain = q * (1 + gain);
            }

            (double keep, double sum) = new LowPassPowers(q).Of(m);
            Assert.Equal(power, keep, 1e-12);
            Expect.True(Math.Abs(gain - sum) <= 1e-12 * gain, $"{gain} and {sum}");
        },
        iter: 200);

    [Fact]
    public void AnUpdateThatIsNoProductWithTheRatesIsRefused()
    {
        PlasticProjection projection = new(3, 2, lowPass: false) { Update = { Form = UpdateForm.Decaying } };
        Assert.Contains(
            "Decaying",
            Assert.Throws<InvalidOperationException>(() => new HeldInput(projection, 1).Step(new double[8])).Message,
            StringComparison.Ordinal);
    }

    private static double[] Renewed<T, TVector, TElements>(
        Case c, Precision precision, Func<WeightMatrix, AlignedArray<T>> storage)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
    {
        Random random = new(c.Seed);
        WeightMatrix w = new(c.Rows, c.Columns, precision), d = new(c.Rows, c.Columns, precision);
        HeldColumns<T> columns = new(c.Columns);
        for (int j = 0; j < c.Columns; j++)
        {
            for (int i = 0; i < c.Rows; i++)
                (w[i, j], d[i, j]) = (random.NextDouble(), random.NextDouble());
            if (j % 3 != 1)
                columns.Add(new HeldColumn<T>
                {
                    Offset = (nuint)(j * w.Lanes),
                    Gain = Next(),
                    Keep = Next(),
                    Old = Next(),
                    Fresh = Next(),
                });
        }

        T[] e = Vector(), f = Vector(), sums = Vector(), low = Vector();
        HeldKernels.Choose<T, TVector, TElements>(
            w, storage(w), c.LowPass ? storage(d) : null, columns, e, f, sums, low, store: c.Seed % 2 == 0, 0, c.Rows);
        return
        [
            .. w.ToRowMajor(),
            .. d.ToRowMajor(),
            .. sums.Take(c.Rows).Select(double.CreateChecked),
            .. low.Take(c.Rows).Select(double.CreateChecked),
        ];

        T Next() => T.CreateChecked(random.NextDouble());

        T[] Vector() => [.. Enumerable.Range(0, w.PaddedRows).Select(_ => Next())];
    }

    private sealed record Case(int Rows, int Columns, int Seed, bool LowPass, double Keep, double Rate, double Zeros);

    private sealed class Pair
    {
        private readonly Case _case;
        private readonly Random _random;
        private readonly Precision _precision;
        private readonly StateMap _state = new();
        private readonly PlasticProjection _lazy;
        private readonly PlasticProjection _eager;
        private readonly double[] _lazySum;
        private readonly double[] _eagerSum;
        private int _drawn;
        private double[] _rates;
        private double[] _next;

        public Pair(Case c, Precision precision)
        {
            _case = c;
            _precision = precision;
            _random = new Random(c.Seed);
            (_lazy, _eager) = (
                new PlasticProjection(c.Rows, c.Columns, c.LowPass, precision),
                new PlasticProjection(c.Rows, c.Columns, c.LowPass));
            double[] weights = [.. Enumerable.Range(0, c.Rows * c.Columns).Select(_ => (2 * _random.NextDouble()) - 1)];
            _lazy.Weights.FromRowMajor(weights);
            _eager.Weights.FromRowMajor(weights);
            Lazy = new HeldInput(_lazy, c.Keep);
            (_lazySum, _eagerSum) = (Padding.Allocate(c.Rows), Padding.Allocate(c.Rows));
            (_rates, _next) = (Padding.Allocate(c.Columns), Padding.Allocate(c.Columns));
            _state.Matrix("W", _lazy.Weights);
            if (_lazy.LowPassed is not null)
                _state.Matrix("D", _lazy.LowPassed);
            Lazy.Describe(_state);
        }

        public HeldInput Lazy { get; }

        public double[] Held => _rates;

        public AreaState Capture() => _state.Capture(1, 0);

        // One tick: sometimes other rates, sometimes no learning. The update pairs with the rates of the tick before,
        // the sum takes the new ones.
        public void Step()
        {
            bool changes = Next() < 0.15, learns = Next() < 0.8;
            if (changes)
            {
                _next = Padding.Allocate(_case.Columns);
                for (int j = 0; j < _case.Columns; j++)
                    _next[j] = Next() < _case.Zeros ? 0 : Next();
            }

            double[] post = [.. Enumerable.Range(0, _case.Rows).Select(_ => _case.Rate * ((2 * Next()) - 1))];
            foreach (PlasticProjection projection in new[] { _lazy, _eager })
            {
                projection.Update.Form =
                    !learns ? UpdateForm.None : _case.LowPass ? UpdateForm.LowPassed : UpdateForm.Hebbian;
                projection.Update.Keep = _case.Keep;
                projection.Update.PostScale = 0.5;
                projection.Update.Pre = _rates;
                post.CopyTo(projection.Update.Post, 0);
            }

            if (changes)
                Lazy.Change(_rates, _next, _lazySum);
            else
                Lazy.Step(_lazySum);
            _eager.Pass(_next, _eagerSum);
            _rates = _next;
        }

        public void AssertClose(double tolerance)
        {
            // Sums of 40 products, weights that grow with the updates.
            (WeightMatrix w, WeightMatrix? d) = Lazy.Current(_rates);
            double[] eager = _eager.Weights.ToRowMajor();
            double scale = 1 + eager.Max(Math.Abs);
            Near(_eagerSum.AsSpan(0, _case.Rows), _lazySum.AsSpan(0, _case.Rows), tolerance * scale * _case.Columns);
            Near(eager, w.ToRowMajor(), tolerance * scale);
            if (d is not null)
                Near(_eager.LowPassed!.ToRowMajor(), d.ToRowMajor(), tolerance * scale);
        }

        // Another pair that continues from this one's captured state.
        public Pair Cut()
        {
            Pair other = new(_case, _precision);
            while (other._drawn < _drawn)
                other.Next();
            other._state.Restore(Capture());
            (other._rates, other._next) = (_rates, _next);
            return other;
        }

        private static void Near(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double tolerance)
        {
            for (int i = 0; i < expected.Length; i++)
                Expect.True(Math.Abs(expected[i] - actual[i]) <= tolerance, $"{expected[i]} and {actual[i]} at {i}");
        }

        private double Next()
        {
            _drawn++;
            return _random.NextDouble();
        }
    }
}
