namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>A choice that a kernel is compiled for: the branch not taken costs nothing.</summary>
internal interface IChoice
{
    /// <summary>Whether it is <see cref="Yes"/>.</summary>
    static abstract bool IsTrue { get; }
}

/// <summary>The choice is made.</summary>
internal readonly struct Yes : IChoice
{
    /// <inheritdoc/>
    public static bool IsTrue => true;
}

/// <summary>The choice is not made.</summary>
internal readonly struct No : IChoice
{
    /// <inheritdoc/>
    public static bool IsTrue => false;
}
