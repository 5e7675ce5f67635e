using System.Text.Json.Nodes;
using PalActors.Areas.Contract.Models;

namespace PalActors.Lab.Experiments;

/// <summary>A key of an experiment file that is not a parameter of the cells.</summary>
/// <param name="Name">The key.</param>
/// <param name="Summary">Its meaning in one line.</param>
/// <param name="Schema">Makes the JSON schema of its values, for the cell models of a program.</param>
/// <param name="Write">Makes its value in the effective experiment; null to leave it out.</param>
internal sealed record RunKey(
    string Name, string Summary, Func<ModelRegistry, JsonObject> Schema, Func<Experiment, string?> Write)
{
    /// <summary>Takes a value into an experiment; null for a key that the reader reads with others.</summary>
    /// <remarks>It is called if the key is given.</remarks>
    public Func<YamlEntry, Experiment, Experiment>? Read { get; init; }

    /// <summary>True if it changes how a run computes, but no result.</summary>
    /// <remarks>So it may change when a run goes on.</remarks>
    public bool IsExecution { get; init; }
}
