namespace PalActors.Areas.Tests.Graphs;

/// <summary>A pathway of a given graph.</summary>
/// <remarks>Feedback, delays and interneurons belong to pathways between areas with cells only.</remarks>
internal sealed record GivenPathway(int From, int To)
{
    public int DelayUp { get; init; }

    public int DelayDown { get; init; }

    public double EtaFw { get; init; }

    public double EtaBw { get; init; }

    public double EtaIP { get; init; }

    public double EtaPI { get; init; }

    public double Alpha { get; init; }

    /// <summary>Somatic potentials of the interneurons before tick 1.</summary>
    public double[] V { get; init; } = [];

    /// <summary>Weights before tick 1, by post- and presynaptic cell.</summary>
    public double[,] W { get; init; } = new double[0, 0];

    public double[,] P { get; init; } = new double[0, 0];

    public double[,] B { get; init; } = new double[0, 0];

    public double[,] Q { get; init; } = new double[0, 0];
}

/// <summary>A graph of areas with all of its numbers, for the production code and its naive counterpart.</summary>
internal sealed record GivenGraph
{
    public required string Model { get; init; }

    /// <summary>Cells of each area; of an input area, its columns.</summary>
    public required int[] Cells { get; init; }

    public required bool[] IsInput { get; init; }

    public required bool[] IsTargeted { get; init; }

    /// <summary>In the order of their lower area, then of their upper one.</summary>
    public required GivenPathway[] Pathways { get; init; }

    /// <summary>Somatic potentials before tick 1.</summary>
    public required double[][] U { get; init; }

    public required string Activation { get; init; }

    public required double Dt { get; init; }

    public required double TauHP { get; init; }

    public required double TauLO { get; init; }

    public required double TauXi { get; init; }

    public required double Taur { get; init; }

    public required double Gl { get; init; }

    public required double Gbas { get; init; }

    public required double Gapi { get; init; }

    public required double Gden { get; init; }

    public required double GnI { get; init; }

    public required double Gntgt { get; init; }

    public required double NoiseScale { get; init; }

    public bool WLowPass { get; init; }

    public bool InterLowPass { get; init; }

    public bool PyrHiPass { get; init; }

    public bool UseActivation { get; init; }

    /// <summary>Phases of some ticks each.</summary>
    public required GivenPhase[] Phases { get; init; }

    /// <summary>Standard-normal draws of each area, by tick.</summary>
    public required double[][][] Normals { get; init; }

    /// <summary>Lesions and rules that rest.</summary>
    public GivenPerturbation[] Perturbations { get; init; } = [];

    /// <summary>First tick of another factor of all learning rates and of the noise.</summary>
    public int ChangeTick { get; init; } = int.MaxValue;

    /// <summary>That factor.</summary>
    public double Change { get; init; } = 1;

    public int Ticks => Phases.Sum(phase => phase.Ticks);

    public override string ToString()
    {
        string pathways = string.Join(" ", Pathways.Select(p => $"{p.From}>{p.To}({p.DelayUp},{p.DelayDown})"));
        return $"{Model} cells {string.Join("-", Cells)} {pathways}";
    }
}

/// <summary>A perturbation in some ticks: of cells of an area, of a pathway, or of a rule of a pathway.</summary>
/// <remarks>Area and pathway are -1, cells and rule empty, where they do not count.</remarks>
internal sealed record GivenPerturbation(int Area, int[] Cells, int Pathway, string Rule, int First, int Last)
{
    public bool Acts(int tick) => First <= tick && tick <= Last;
}

/// <summary>A phase with one presentation.</summary>
internal sealed record GivenPhase(int Ticks, double[][] Inputs, double[][] Targets)
{
    public bool HasTarget { get; init; }

    public bool LearnsForward { get; init; }

    public bool LearnsBackward { get; init; }

    public bool LearnsLaterally { get; init; }

    public bool IsNoisy { get; init; }
}
