using System.Diagnostics.CodeAnalysis;
using PalActors.Areas.Contract.Parameters;

namespace PalActors.Areas.Models.RateCells.Parameters;

/// <summary>Options of one area: its weights, its cells, and the pool that may follow them.</summary>
public sealed record RateAreaOptions
{
    /// <summary>Options that are given one by one.</summary>
    public RateAreaOptions()
    {
    }

    /// <summary>Binds the options of an area.</summary>
    /// <param name="values">Values of the area.</param>
    /// <param name="below">Shape of what it sees.</param>
    /// <param name="shown">Cells that it shows to the area above, after a pool.</param>
    /// <exception cref="ParameterException">A value is invalid, or shapes do not fit.</exception>
    [SetsRequiredMembers]
    internal RateAreaOptions(AreaValues values, AreaShape below, int shown)
    {
        Kernel = values.Whole("kernel");
        Pool = values.Whole("pool");
        EtaW = values.Real("eta_W");
        EtaB = values.Real("eta_B");
        Reg = values.Real("reg");
        Sigma = values.Real("sigma");
        WnSigma = values.Real("wn_sigma");
        TauXi = values.Real("tau_xi");
        TauHp = values.Real("tau_HP");
        TauLo = values.Real("tau_LO");
        PoolSigma = values.Real("pool_sigma");
        PoolTauXi = values.Real("pool_tau_xi");
        Activation = values.Word("activation");
        Below = below;
        Cells = ShapeCheck.Cells(values.Area, below, shown, Kernel, Pool);
    }

    /// <summary>Shape of the area below, as its output.</summary>
    public required AreaShape Below { get; init; }

    /// <summary>Shape of the cells.</summary>
    public required AreaShape Cells { get; init; }

    /// <summary>Side of the convolution's kernel; 0 for a dense area.</summary>
    public int Kernel { get; init; }

    /// <summary>Side of the pool's windows; 1 for no pool.</summary>
    public int Pool { get; init; } = 1;

    /// <summary>Activation phi, by name.</summary>
    public required string Activation { get; init; }

    /// <summary>Learning rate of W and b, eta_W.</summary>
    public double EtaW { get; init; }

    /// <summary>Learning rate of B, eta_B; B leads from this area to the one below.</summary>
    public double EtaB { get; init; }

    /// <summary>Decay of B, reg.</summary>
    public double Reg { get; init; }

    /// <summary>Scale of the coloured noise, sigma.</summary>
    public double Sigma { get; init; }

    /// <summary>Scale of the white noise, wn_sigma.</summary>
    public double WnSigma { get; init; }

    /// <summary>Correlation time of the coloured noise, tau_xi, steps.</summary>
    public double TauXi { get; init; } = 10;

    /// <summary>Time constant of the high-pass of the area's rates, tau_HP, steps.</summary>
    public double TauHp { get; init; } = 10;

    /// <summary>Time constant of the low-passed updates of W and b, tau_LO, steps; 0 for none.</summary>
    public double TauLo { get; init; }

    /// <summary>Scale of the coloured noise of the pool.</summary>
    public double PoolSigma { get; init; }

    /// <summary>Correlation time of the coloured noise of the pool, steps.</summary>
    public double PoolTauXi { get; init; } = 10;

    /// <summary>True for a convolution.</summary>
    public bool IsConv => Kernel > 0;

    /// <summary>True if a pool follows.</summary>
    public bool HasPool => Pool > 1;

    /// <summary>Shape of what the area above sees: of the pool if there is one.</summary>
    public AreaShape Output => new(Cells.Channels, Cells.Height / Pool, Cells.Width / Pool);

    /// <summary>Number of weights of W.</summary>
    public int Weights => checked((int)WeightCount);

    /// <summary>Number of biases: one per filter, or per cell.</summary>
    public int Biases => Cells.Channels;

    /// <summary>Number of weights of W, perhaps more than a matrix can have.</summary>
    internal long WeightCount => IsConv
        ? (long)Cells.Channels * Below.Channels * Kernel * Kernel
        : (long)Cells.Cells * Below.Cells;
}
