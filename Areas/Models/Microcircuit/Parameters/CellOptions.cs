using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.Microcircuit.Remedies;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Parameters;

/// <summary>Options of the cells of a microcircuit, with the authors' names and units.</summary>
/// <remarks>
/// Source: Max et al., Nature Machine Intelligence 6, 619-630, 2024. Values per area are indexed by the area's number.
/// </remarks>
public sealed record CellOptions
{
    /// <summary>Binds and checks the options.</summary>
    /// <param name="graph">Areas and pathways.</param>
    /// <param name="options">Options of the plan; those of other tables are ignored.</param>
    /// <param name="dt">A tick, ms.</param>
    /// <exception cref="ParameterException">A value is invalid.</exception>
    public CellOptions(AreaGraph graph, IEnumerable<PlanOption> options, double dt)
    {
        ParameterReader reader = new(MicrocircuitTable.Cells, options, graph);
        Noise = new NoiseOptions(reader, graph, dt);
        Membranes = new MembraneOptions(reader, graph);
        Learning = new LearningOptions(reader, graph);
        Initial = new InitialOptions(reader);
        Generator = reader.Word("generator");
        if (Generator == RandomGenerators.NumpyLegacy && Noise.Mode != "const")
        {
            throw new ParameterException(
                "noise_mode",
                $"noise_mode is '{Noise.Mode}'; with generator {Generator} valid is const, "
                + "whose draws do not depend on the state.");
        }

        Precision = Precisions.Get(reader.Word("precision"));
        ForwardBlock = reader.Tick("forward_block", dt);
        Remedies = RemedyTable.Remedies.Bind(options);
        Remedies.CheckAll(dt);
    }

    /// <summary>Time constants, conductances and activation.</summary>
    public MembraneOptions Membranes { get; }

    /// <summary>Noise of the apical dendrites.</summary>
    public NoiseOptions Noise { get; }

    /// <summary>Learning rules.</summary>
    public LearningOptions Learning { get; }

    /// <summary>State before tick 1.</summary>
    public InitialOptions Initial { get; }

    /// <summary>Values of the parameters of remedies against delays; each remedy reads its own.</summary>
    public ParameterReader Remedies { get; }

    /// <summary>Random generator by name, of <see cref="RandomGenerators.Names"/>.</summary>
    public string Generator { get; }

    /// <summary>Number format that synaptic weights are held in.</summary>
    public Precision Precision { get; init; }

    /// <summary>Ticks of a block in which W behind a delay is computed; 0: by delay and size, 1: none.</summary>
    public int ForwardBlock { get; }
}
