using PalActors.Lab.Sweeps;

namespace PalActors.Lab.Runs;

/// <summary>Receives what happens while a sweep runs.</summary>
/// <remarks>Each method does nothing unless it is overridden.</remarks>
public class SweepListener
{
    /// <summary>Called with a remark on the input.</summary>
    public virtual void Note(string text)
    {
    }

    /// <summary>Called when something happens that is no result: a figure cannot be drawn.</summary>
    public virtual void Event(string text)
    {
    }

    /// <summary>Called when another process has taken the folder over.</summary>
    /// <remarks>
    /// It may do so after a long suspension. Nothing is written from then on; the sweep fails with these words.
    /// </remarks>
    public virtual void FolderLost(string text)
    {
    }

    /// <summary>Called when the folder is there and the networks are about to start.</summary>
    public virtual void Begin(SweepStart start)
    {
    }

    /// <summary>Called once when the networks have started; the sweep waits for it at its end.</summary>
    /// <param name="courses">The networks that run; their values change as it goes on.</param>
    /// <param name="run">Completed when they have ended.</param>
    public virtual Task WatchAsync(IReadOnlyList<SweepCourse> courses, Task run) => Task.CompletedTask;
}
