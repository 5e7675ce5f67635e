namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>Choice that a kernel is compiled for: the branch not taken costs nothing.</summary>
internal interface IChoice
{
    /// <summary>Checks whether the choice is <see cref="Yes"/>.</summary>
    static abstract bool IsTrue { get; }
}

/// <summary>Choice that is made.</summary>
internal readonly struct Yes : IChoice
{
    /// <inheritdoc/>
    public static bool IsTrue => true;
}

/// <summary>Choice that is not made.</summary>
internal readonly struct No : IChoice
{
    /// <inheritdoc/>
    public static bool IsTrue => false;
}
