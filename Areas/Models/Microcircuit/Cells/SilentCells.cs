using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Models.Microcircuit.Cells;

/// <summary>Silences pyramidal cells: rate, error and what is sent down are 0, their potentials go on.</summary>
/// <param name="cells">The population.</param>
internal sealed class SilentCells(ProspectivePopulation cells)
{
    private readonly double[] _sent = Padding.Align(cells.Size);
    private readonly double[] _highPass = new double[cells.Size];

    /// <summary>Prepares the look-ahead, which moves the high-pass of rates that are not sent.</summary>
    public void Prepare(int[] silent)
    {
        foreach (int cell in silent)
            _highPass[cell] = cells.HighPass[cell];
    }

    /// <summary>Silences cells after the look-ahead.</summary>
    /// <returns>Prospective potentials as they are sent (padded).</returns>
    public double[] Silence(int[] silent)
    {
        if (silent.Length == 0)
            return cells.Prospective;
        cells.Prospective.CopyTo(_sent, 0);
        foreach (int cell in silent)
        {
            _sent[cell] = cells.Rate[cell] = cells.Error[cell] = 0;
            double before = _highPass[cell];
            cells.HighPass[cell] = before - cells.RatePrevious[cell] - (cells.HighPassRate * before);
        }

        return _sent;
    }
}
