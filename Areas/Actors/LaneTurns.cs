using Akka.Actor;

namespace PalActors.Areas.Actors;

/// <summary>Areas of a lane of one thread, and whose turn it is: frames between them need no messages.</summary>
/// <remarks>
/// An area hands a frame to another one by a call, which puts it into the inbox there (<see cref="HandOver"/>), and the
/// receiver is due. Areas that are due advance one after the other at the end of the turn that an actor of the lane
/// has. Nothing runs at the same time, since one thread has the lane, and nothing of a tick depends on who advances
/// first (P3 of docs/protocol.md).
/// </remarks>
internal sealed class LaneTurns
{
    // Largest number of turns in a row before the actors' messages get theirs: as many messages as a dispatcher
    // handles at a time.
    private const int Patience = 30;

    private readonly Dictionary<IActorRef, AreaActor> _areas = [];
    private AreaActor?[] _due = new AreaActor?[1];
    private int _first;
    private int _count;

    /// <summary>Enters an area of the lane.</summary>
    /// <param name="area">Reference of its actor.</param>
    /// <param name="actor">The actor.</param>
    public void Enter(IActorRef area, AreaActor actor)
    {
        _areas[area] = actor;
        // An area is due once at most.
        if (_areas.Count > _due.Length)
            Grow();
    }

    /// <summary>Forgets an area that is stopped.</summary>
    public void Leave(IActorRef area) => _areas.Remove(area);

    /// <summary>The area of a reference; null if it is none of this lane.</summary>
    public AreaActor? Find(IActorRef area) => _areas.GetValueOrDefault(area);

    /// <summary>Adds an area that is not due yet.</summary>
    public void Add(AreaActor area) => _due[(_first + _count++) & (_due.Length - 1)] = area;

    /// <summary>Lets the areas that are due advance, and those that become due meanwhile.</summary>
    /// <returns>False if some are left.</returns>
    public bool Run()
    {
        for (int turns = Patience; _count > 0; turns--)
        {
            if (turns == 0)
                return false;
            AreaActor area = _due[_first]!;
            _due[_first] = null;
            _first = (_first + 1) & (_due.Length - 1);
            _count--;
            area.TakeTurn();
        }

        return true;
    }

    private void Grow()
    {
        AreaActor?[] larger = new AreaActor?[2 * _due.Length];
        for (int i = 0; i < _count; i++)
            larger[i] = _due[(_first + i) & (_due.Length - 1)];
        (_due, _first) = (larger, 0);
    }
}
