using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Toolkit.Draws;

namespace PalActors.Areas.Models.RateCells.Legacy;

/// <summary>The areas of a network as the authors' program counts them: a pool is an area of its own.</summary>
internal sealed class TorchAreas
{
    private readonly List<TorchArea> _all = [];
    private readonly List<int> _places = [];

    /// <summary>Lists the areas of a network.</summary>
    public TorchAreas(RateParameters parameters)
    {
        foreach (RateAreaOptions area in parameters.Areas.Values)
        {
            _all.Add(area.IsConv
                ? new TorchArea.Convolution(
                    area.Cells.Channels, area.Below.Channels, area.Kernel, area.Cells.Height, area.Cells.Width)
                : new TorchArea.Dense(area.Cells.Cells, area.Below.Cells));
            _places.Add(_all.Count);
            if (area.HasPool)
                _all.Add(new TorchArea.Pool(area.Output.Cells));
        }
    }

    /// <summary>All of them, bottom up.</summary>
    public IReadOnlyList<TorchArea> All => _all;

    /// <summary>Place of an area among them, 1 or more; that of its pool is the next.</summary>
    public int PlaceOf(int area) => _places[area - 1];
}
