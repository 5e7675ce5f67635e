namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Number of rows of a tile that a kernel is compiled for.</summary>
internal interface IRowCount
{
    /// <summary>Number of rows: 1 to 5, or 10.</summary>
    static abstract int Count { get; }
}

/// <summary>One row.</summary>
internal readonly struct One : IRowCount
{
    public static int Count => 1;
}

/// <summary>Two rows.</summary>
internal readonly struct Two : IRowCount
{
    public static int Count => 2;
}

/// <summary>Three rows.</summary>
internal readonly struct Three : IRowCount
{
    public static int Count => 3;
}

/// <summary>Four rows.</summary>
internal readonly struct Four : IRowCount
{
    public static int Count => 4;
}

/// <summary>Five rows.</summary>
internal readonly struct Five : IRowCount
{
    public static int Count => 5;
}

/// <summary>Ten rows.</summary>
internal readonly struct Ten : IRowCount
{
    public static int Count => 10;
}
