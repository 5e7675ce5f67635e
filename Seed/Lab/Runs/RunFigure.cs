namespace PalActors.Lab.Runs;

/// <summary>A figure of a run, by name: a row of <see cref="RunFigures.All"/>.</summary>
/// <param name="Name">Name, as <c>plot --what</c> takes it.</param>
/// <param name="File">Name of its file.</param>
/// <param name="IsDrawnAtEnd">True if every run that can draws it at its end; false if only when asked for.</param>
/// <param name="Draw">Draws it into a file, if what it shows is there.</param>
/// <param name="Lack">What is missing where nothing was drawn, and how to get it.</param>
internal sealed record RunFigure(
    string Name, string File, bool IsDrawnAtEnd, Func<RunFigures, string, bool> Draw, string Lack);
