using System.Diagnostics.CodeAnalysis;

namespace PalActors.Clustering.Lanes;

/// <summary>Queue for one thread, which grows as needed and allocates nothing once it is large enough.</summary>
/// <typeparam name="T">Type of the items.</typeparam>
internal sealed class LaneRing<T>
{
    // Items are in structs, so that storing a reference skips the check of the array's type.
    private Slot[] _items = new Slot[16];
    private int _head;
    private int _count;

    /// <summary>Number of items; other threads may see an older number.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Checks whether the queue is empty.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>Adds at the end.</summary>
    public void Enqueue(T item)
    {
        if (_count == _items.Length)
            Grow();
        _items[(_head + _count) & (_items.Length - 1)].Value = item;
        _count++;
    }

    /// <summary>Takes from the front.</summary>
    public bool TryDequeue([MaybeNullWhen(false)] out T item)
    {
        if (_count == 0)
        {
            item = default;
            return false;
        }

        ref Slot slot = ref _items[_head];
        item = slot.Value;
        slot = default;
        _head = (_head + 1) & (_items.Length - 1);
        _count--;
        return true;
    }

    private void Grow()
    {
        Slot[] larger = new Slot[2 * _items.Length];
        for (int i = 0; i < _count; i++)
            larger[i] = _items[(_head + i) & (_items.Length - 1)];
        (_items, _head) = (larger, 0);
    }

    private struct Slot
    {
        public T Value;
    }
}
