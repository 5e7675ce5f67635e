namespace PalActors.Areas.Toolkit.Projections;

/// <summary>Work over the rows of a matrix in independent parts, for a <see cref="RowTeam"/>.</summary>
/// <remarks>The parts touch nothing of each other's. The object is reused from pass to pass.</remarks>
internal interface IRowWork
{
    /// <summary>Does one part, on any thread.</summary>
    /// <remarks>Every part is done once per pass, in any order.</remarks>
    /// <param name="part">0 to <paramref name="parts"/> - 1.</param>
    /// <param name="parts">Number of parts of this pass.</param>
    void Run(int part, int parts);
}
