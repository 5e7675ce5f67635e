namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Checks whether a point of [-1, 1] x [-1, 1] is inside a shape; x leads right, y down.</summary>
internal delegate bool Outline(double x, double y);

/// <summary>The shapes of <see cref="Shapes"/>, a class each.</summary>
internal static class ShapeOutlines
{
    /// <summary>All of them: the index is the class.</summary>
    public static IReadOnlyList<Outline> All { get; } =
    [
        Disc, Ring, Square, Frame, Plus, Cross, Triangle, LyingStripes, StandingStripes, Board,
    ];

    private static bool Disc(double x, double y) => (x * x) + (y * y) <= 1;

    private static bool Ring(double x, double y) => (x * x) + (y * y) is >= 0.3 and <= 1;

    private static bool Square(double x, double y) => Math.Max(Math.Abs(x), Math.Abs(y)) <= 0.9;

    private static bool Frame(double x, double y) => Math.Max(Math.Abs(x), Math.Abs(y)) is >= 0.55 and <= 0.95;

    private static bool Plus(double x, double y) => Math.Min(Math.Abs(x), Math.Abs(y)) <= 0.27;

    private static bool Cross(double x, double y) => Math.Abs(Math.Abs(x) - Math.Abs(y)) <= 0.35;

    private static bool Triangle(double x, double y) => 2 * Math.Abs(x) <= y + 1;

    private static bool LyingStripes(double x, double y) => IsEven((y + 1) * 2.5);

    private static bool StandingStripes(double x, double y) => IsEven((x + 1) * 2.5);

    private static bool Board(double x, double y) => x * y > 0;

    private static bool IsEven(double place) => ((int)place & 1) == 0;
}
