using System.Text;
using PalActors.Clustering.Snapshots;
using PalActors.Lab.Results;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Sweeps;

/// <content>The steps of a claim.</content>
internal sealed partial class SweepFolder
{
    private static void GoOn(string path, string definition, Sweep sweep, bool otherBuild)
    {
        (string text, IReadOnlyList<BuildIdentity> builds) = SweepBuilds.Split(definition);
        if (builds.Count == 0)
        {
            throw new InputException(
                $"{Setting.Folder} is '{path}', whose {SweepFiles.Definition} names no builds: it is of an earlier "
                + $"version of palactors, or was changed; valid is another folder, "
                + $"or {Setting.Fresh} to begin anew there.");
        }

        if (text != sweep.Definition)
        {
            throw new InputException(
                $"{Setting.Folder} is '{path}', which already holds another sweep, or one on other data "
                + $"(see its {SweepFiles.Definition}); valid is another folder, "
                + $"or {Setting.Fresh} to begin anew there.");
        }

        BuildIdentity now = ProgramVersion.Current;
        if (builds is [.., { } last] && last.Hash == now.Hash)
            return;
        if (!otherBuild)
        {
            throw new InputException(
                $"{Setting.Folder} is '{path}', which holds a sweep of palactors {string.Join(", ", builds)}, "
                + $"and this is {now}; valid is that build, {Setting.OtherBuild} "
                + $"({SweepFiles.Definition} then names both), or {Setting.Fresh} to begin anew there.");
        }

        Write(definition, sweep, [.. builds, now]);
    }

    private static void Write(string definition, Sweep sweep, IEnumerable<BuildIdentity> builds) =>
        DurableFile.Default.Write(definition, Encoding.UTF8.GetBytes(SweepBuilds.Append(sweep.Definition, builds)));

    // sweep.yaml goes last, since it marks the folder as that of a sweep.
    private static void Remove(FolderClaim claim)
    {
        IEnumerable<string> others = SweepFiles.All.Where(name => name != SweepFiles.Definition);
        foreach (string name in others.Append(SweepFiles.Definition))
            System.IO.File.Delete(claim.File(name));
    }
}
