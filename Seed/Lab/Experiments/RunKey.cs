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

    /// <summary>Makes the value where it is not given, perhaps in words; null if there is then none.</summary>
    public Func<ModelRegistry, string>? Default { get; init; }

    /// <summary>Makes its valid values in words, of a key that an experiment must have; null for others.</summary>
    /// <remarks>Only experiments of its tasks must have it.</remarks>
    public Func<IAreaModel, string>? Needed { get; init; }

    /// <summary>Name of a key that may be given in place of one that is needed; null for none.</summary>
    public string? InPlace { get; init; }

    /// <summary>Its meaning, and its default where it has one.</summary>
    public string Described(ModelRegistry models) =>
        Default is { } value ? $"{Summary}; default {value(models)}" : Summary;

    /// <summary>True if it changes how a run computes, but no result.</summary>
    /// <remarks>So it may change when a run goes on.</remarks>
    public bool IsExecution { get; init; }
}
