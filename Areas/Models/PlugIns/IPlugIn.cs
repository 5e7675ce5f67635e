namespace PalActors.Areas.Models.PlugIns;

/// <summary>Entry point of an assembly that adds cell models or learning models to a program.</summary>
/// <remarks>
/// A plug-in is one file with one public class that implements this and has a constructor without parameters. It is
/// loaded once, at the start of a program, and must be there, as the same file, on every node of a run.
/// </remarks>
public interface IPlugIn
{
    /// <summary>Adds its rows.</summary>
    /// <param name="tables">Tables of the program.</param>
    void Register(PlugInTables tables);
}
