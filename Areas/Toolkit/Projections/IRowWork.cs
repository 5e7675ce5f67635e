namespace PalActors.Areas.Toolkit.Projections;

/// <summary>Work over the rows of a matrix in parts that touch nothing of each other's, for a <see cref="RowTeam"/>. The object is reused from pass to pass.</summary>
internal interface IRowWork
{
    /// <summary>Does one part, on any thread. Every part is done once per pass, in any order.</summary>
    /// <param name="part">0 to <paramref name="parts"/> - 1.</param>
    /// <param name="parts">Parts of this pass.</param>
    void Run(int part, int parts);
}
