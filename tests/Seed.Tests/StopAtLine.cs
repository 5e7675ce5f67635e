namespace PalActors.Seed.Tests;

/// <summary>Stops a run as soon as it prints a line that begins with a given text.</summary>
internal sealed class StopAtLine(string start, CancellationTokenSource stop) : StringWriter
{
    public override void WriteLine(string? value)
    {
        base.WriteLine(value);
        if (value?.StartsWith(start, StringComparison.Ordinal) is true)
            stop.Cancel();
    }
}
