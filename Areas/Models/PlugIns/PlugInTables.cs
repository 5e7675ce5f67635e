using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Microcircuit.Rules;

namespace PalActors.Areas.Models.PlugIns;

/// <summary>Tables that a plug-in adds rows to; experiments and nodes know each row by its name.</summary>
/// <param name="models">The cell models of the program.</param>
public sealed class PlugInTables(ModelRegistry models)
{
    /// <summary>The cell models so far.</summary>
    public ModelRegistry Models { get; private set; } = models;

    /// <summary>Adds a cell model.</summary>
    /// <exception cref="ArgumentException">There is one of its name.</exception>
    public void Add(IAreaModel cells) => Models = Models.With(cells);

    /// <summary>Adds a learning model of the microcircuit.</summary>
    /// <exception cref="ArgumentException">There is one of its name, or a parameter of one of its names.</exception>
    public void Add(LearningModel model) => LearningModels.Add(model);
}
