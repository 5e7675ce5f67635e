using System.Numerics;
using PalActors.Areas.Toolkit.States;

namespace PalActors.Areas.Models.RateCells.Remedies;

/// <summary>Part of an area that makes up for delays: hooks at the points of a tick where it may act.</summary>
/// <remarks>
/// Each hook is called at most once per tick, whatever learns. It takes what the remedy before it in the table gives,
/// and by default passes it on. What it gives stays as it is until the hook is called again; nothing may be allocated.
/// </remarks>
/// <typeparam name="T">double or float.</typeparam>
internal abstract class AreaRemedy<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Takes the rates below of a tick, and gives those that W learns with.</summary>
    public virtual T[] Below(T[] rates) => rates;

    /// <summary>Takes the slopes of a tick, and gives those that errors are multiplied with.</summary>
    public virtual T[] Slopes(T[] slopes) => slopes;

    /// <summary>Takes the positions of a pool, and gives those at which its errors come back.</summary>
    public virtual T[] Positions(T[] positions) => positions;

    /// <summary>Takes the noise of a tick, and gives the noise that the rule of B correlates.</summary>
    public virtual T[] Noise(T[] noise) => noise;

    /// <summary>Adds what it keeps to a state.</summary>
    public abstract void Describe(StateMap state);
}
