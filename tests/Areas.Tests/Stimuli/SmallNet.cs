namespace PalActors.Areas.Tests.Stimuli;

/// <summary>A plain network for images of 3x16x16, trained by stochastic gradient descent.</summary>
/// <remarks>
/// Filters of 5x5 with rectified maxima over 4x4 places, and a linear classifier of these; without filters of the
/// pixels.
/// </remarks>
internal sealed class SmallNet
{
    private const int Classes = 10, Size = 16, Channel = Size * Size, Side = 5, Window = 4, Places = 9;
    private const int Taps = 3 * Side * Side;

    private readonly int _filters;
    private readonly float[] _w;
    private readonly float[] _bias;
    private readonly float[] _out;
    private readonly float[] _features;
    private readonly int[] _where;
    private readonly float[] _p = new float[Classes];
    private readonly Random _random;

    public SmallNet(int filters, int seed)
    {
        _random = new Random(seed);
        _filters = filters;
        _features = new float[filters == 0 ? 3 * Channel : Places * filters];
        _where = new int[_features.Length];
        _w = Draw(filters * Taps);
        _bias = new float[filters];
        _out = Draw(Classes * (_features.Length + 1));
    }

    /// <summary>A pass over the images in a random order.</summary>
    public void Train((float[] Image, int Class)[] samples, float rate)
    {
        _random.Shuffle(samples);
        foreach ((float[] image, int right) in samples)
        {
            Forward(image);
            float largest = _p.Max();
            float sum = _p.Sum(value => MathF.Exp(value - largest));
            for (int k = 0; k < Classes; k++)
                _p[k] = (MathF.Exp(_p[k] - largest) / sum) - (k == right ? 1 : 0);
            Learn(image, rate);
        }
    }

    /// <summary>Share of the images that are classified rightly.</summary>
    public double Accuracy((float[] Image, int Class)[] samples) => samples.Average(sample =>
    {
        Forward(sample.Image);
        return Array.IndexOf(_p, _p.Max()) == sample.Class ? 1.0 : 0.0;
    });

    private void Forward(float[] image)
    {
        if (_filters == 0)
            image.CopyTo(_features, 0);
        for (int i = 0; i < _filters * Places; i++)
            Pool(image, i);
        for (int k = 0; k < Classes; k++)
        {
            int row = k * (_features.Length + 1);
            float sum = _out[row + _features.Length];
            for (int i = 0; i < _features.Length; i++)
                sum += _out[row + i] * _features[i];
            _p[k] = sum;
        }
    }

    // The largest value of a filter in one of nine windows, and where it is.
    private void Pool(float[] image, int feature)
    {
        int filter = feature / Places, place = feature % Places;
        float best = 0;
        int where = -1;
        for (int i = 0; i < Window * Window; i++)
        {
            int row = (place / 3 * Window) + (i / Window), column = (place % 3 * Window) + (i % Window);
            int corner = (row * Size) + column;
            float sum = _bias[filter];
            for (int tap = 0; tap < Taps; tap++)
                sum += _w[(filter * Taps) + tap] * image[corner + Offset(tap)];
            if (sum > best)
                (best, where) = (sum, corner);
        }

        (_features[feature], _where[feature]) = (best, where);
    }

    private void Learn(float[] image, float rate)
    {
        for (int i = 0; i < _features.Length; i++)
        {
            float error = 0;
            for (int k = 0; k < Classes; k++)
            {
                ref float weight = ref _out[(k * (_features.Length + 1)) + i];
                error += _p[k] * weight;
                weight -= rate * _p[k] * _features[i];
            }

            if (_filters == 0 || _where[i] < 0)
                continue;
            int filter = i / Places;
            _bias[filter] -= rate * error;
            for (int tap = 0; tap < Taps; tap++)
                _w[(filter * Taps) + tap] -= rate * error * image[_where[i] + Offset(tap)];
        }

        for (int k = 0; k < Classes; k++)
            _out[(k * (_features.Length + 1)) + _features.Length] -= rate * _p[k];
    }

    private static int Offset(int tap) =>
        (tap / (Side * Side) * Channel) + (tap / Side % Side * Size) + (tap % Side);

    // Sums of uniform numbers are nearly normal: standard deviation 0.1.
    private float[] Draw(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => 0.1f * (Twelve().Sum() - 6))];

    private IEnumerable<float> Twelve() => Enumerable.Range(0, 12).Select(_ => _random.NextSingle());
}
