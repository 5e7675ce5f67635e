using PalActors.Lab.Planning;
using PalActors.Lab.Texts;


namespace PalActors.Cli.DryRuns;

/// <content>Snapshots on the disk.</content>
internal sealed partial class DryRun
{
    private void PrintSnapshots()
    {
        if (_run.Place.SnapshotEvery is null)
            return;
        long size = _kind.Snapshot;
        int kept = SnapshotSizes.Limits(_run.Read, _run.Plans, _run.Place).KeptOf(size);
        _output.WriteLine(
            $"A snapshot takes about {ByteSizes.Text(size)} on the disk; {kept} and one that is being written "
            + $"{ByteSizes.Text((kept + 1) * size)} per network.");
    }
}
