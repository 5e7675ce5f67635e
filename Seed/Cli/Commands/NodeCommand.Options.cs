using System.CommandLine;
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
        "With --stay it serves one run after the other, until it is stopped.",
        "Exit code: 0 the run is over, or the node was asked to leave; 1 the run failed, the seed refused the node, "
        + "or none was found; 2 bad input.",
    ];

    private static Option<string?> Join() => EnvironmentOption.Create(
        "--join", "PALACTORS_JOIN", "HOST:PORT",
        "The seed: the 'palactors run ... --nodes N' that this node is to serve.");

    private static Option<string?> GiveUp() => EnvironmentOption.Create(
        "--give-up-after", "PALACTORS_GIVE_UP_AFTER", "TIME",
        "How long to look for a seed, at the start and after each time it is lost; by default "
        + $"{TimeText.Of(AreaNodeOptions.UsualPatience)}, with --stay for ever.");

    private static Option<bool> Stay() => EnvironmentOption.Flag(
        "--stay", "PALACTORS_STAY", "Waits for the next run where it would end: the run is over or failed, or the seed "
        + "refuses this node, which is asked again every 30 s.");

    private static Option<string?> Experiment() => new("--experiment")
    {
        Description = "Serves only a seed that runs this experiment.",
        HelpName = "NAME",
    };

    private static Option<string?> Shared() => EnvironmentOption.Create(
        "--shared", "PALACTORS_SHARED", "DIR",
        "Where this node sees the folder of snapshots of a run with '--keeper shared', "
        + "if not at the path that the seed names.");

    private static NodeAddress Seed(string? text)
    {
        if (text is null)
        {
            throw new InputException(
                "--join is missing; valid is --join HOST:PORT, the address that 'palactors run ... --nodes N' shows.");
        }

        return NodeAddress.TryParse(text) ?? throw new InputException(
            $"--join is '{text}'; valid is HOST:PORT, for instance 127.0.0.1:4053, "
            + "an IPv6 address in brackets: [::1]:4053.");
    }
}
