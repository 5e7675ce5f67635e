using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <content>Samples of one split.</content>
public sealed partial class YinYang
{
    // Samples are drawn in order, so the first n are the same however many are asked for.
    private sealed class Split(uint seed)
    {
        private readonly LegacyRandomState _random = new(seed);
        private readonly List<(double X, double Y, int Class)> _samples = [];

        public (double X, double Y, int Class) Sample(int index)
        {
            lock (_samples)
            {
                while (_samples.Count <= index)
                    _samples.Add(Draw());
                return _samples[index];
            }
        }

        private (double X, double Y, int Class) Draw()
        {
            int wanted = (int)_random.RandInt(3);
            while (true)
            {
                double x = _random.RandomDouble() * 2 * Big;
                double y = _random.RandomDouble() * 2 * Big;
                if (Math.Sqrt((x - Big) * (x - Big) + (y - Big) * (y - Big)) > Big)
                    continue;
                if (ClassOf(x, y) == wanted)
                    return (x, y, wanted);
            }
        }
    }
}
