using System.CommandLine;
using PalActors.Cli.Settings;
using PalActors.Clustering.Membership;
using PalActors.Clustering.Recovery;
using PalActors.Clustering.Remoting;
using PalActors.Lab;

namespace PalActors.Cli.Commands;

/// <content>Options and examples.</content>
internal static partial class NodeCommand
{
    private static readonly string[] s_help =
    [
        "palactors node --join 127.0.0.1:4053",
        "palactors node --join seed:4053 --bind 0.0.0.0 --public-host node-1 "
        + "--tls-certificate node.pem --tls-key node.key --tls-ca ca.pem",
        "The seed and its nodes may start in any order. A node that loses its seed looks for it again.",
        SettingNames.Note,
        "With --stay it serves one run after the other, until it is stopped.",
        "Exit code: 0 the run is over, or the node was asked to leave; 1 the run failed, the seed refused the node, "
        + "or none was found; 2 bad input.",
    ];

    private static SettingOption Join() => new(
        "--join", "HOST:PORT",
        "The seed: the 'palactors run ... --nodes N' that this node is to serve.");

    private static SettingOption GiveUp() => new(
        "--give-up-after", "TIME",
        "How long to look for a seed, at the start and after each time it is lost; by default "
        + $"{TimeText.Of(AreaNodeOptions.UsualPatience)}, with --stay for ever.");

    private static SettingFlag Stay() => new(
        "--stay", "Waits for the next run where it would end: the run is over or failed, or the seed "
        + "refuses this node, which is asked again every 30 s.");

    private static Option<string?> Experiment() => new("--experiment")
    {
        Description = "Serves only a seed that runs this experiment.",
        HelpName = "NAME",
    };

    private static SettingOption Shared() => new(
        "--shared", "DIR",
        "Where this node sees the folder of snapshots of a run with '--keeper shared', "
        + "if not at the path that the seed names.");

    private static NodeAddress Seed(Given? join)
    {
        if (join is null)
        {
            throw new InputException(
                "--join is missing; valid is --join HOST:PORT, the address that 'palactors run ... --nodes N' shows.");
        }

        return NodeAddress.TryParse(join.Text) ?? throw new InputException(
            $"{join.Source} is '{join.Text}'; valid is HOST:PORT, for instance 127.0.0.1:4053, "
            + "an IPv6 address in brackets: [::1]:4053.");
    }
}
