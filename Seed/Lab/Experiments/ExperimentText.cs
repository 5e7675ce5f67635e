namespace PalActors.Lab.Experiments;

/// <summary>An experiment that a program defines in place of a file.</summary>
/// <param name="Name">Its name, also in error messages.</param>
/// <param name="Yaml">Its keys, as an experiment file has them.</param>
public sealed record ExperimentText(string Name, string Yaml);
