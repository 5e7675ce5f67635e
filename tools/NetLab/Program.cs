using System.CommandLine;
using System.Net;
using PalActors.NetLab;

Option<string> hosts =
    new("--hosts") { HelpName = "A,B,...", Description = "Network namespaces to connect.", Required = true };
Option<string> device = new("--interface")
{
    HelpName = "NAME",
    Description = "Name of the interface in each.",
    DefaultValueFactory = _ => "eth0",
};
Option<double> delay = new("--delay") { HelpName = "MS", Description = "Time on the way, one way." };
Option<double> jitter = new("--jitter") { HelpName = "MS", Description = "Up to so much more or less." };
Option<double> loss = new("--loss") { HelpName = "P", Description = "Probability that a frame is lost." };
Option<int> seed =
    new("--seed") { HelpName = "S", Description = "Seed of jitter and losses.", DefaultValueFactory = _ => 1 };
Command connect =
    new("switch", "An Ethernet switch between network namespaces; then takes commands: cut, heal, set, stats, quit.")
    {
        hosts, device, delay, jitter, loss, seed,
    };
connect.SetAction(parsed =>
{
    string[] names = parsed.GetRequiredValue(hosts).Split(',');
    LinkSettings settings = new LinkSettings(
        parsed.GetValue(delay), parsed.GetValue(jitter), parsed.GetValue(loss)).Checked();
    List<TapDevice> devices = [];
    try
    {
        foreach (string name in names)
            devices.Add(TapDevice.Open(name, parsed.GetRequiredValue(device)));
        Console.WriteLine("ready");
        new EthernetSwitch(devices, new Links(names, settings, parsed.GetValue(seed))).Run();
    }
    finally
    {
        devices.ForEach(one => one.Dispose());
    }
});

Argument<IPEndPoint> at = new("ADDRESS:PORT") { CustomParser = result => IPEndPoint.Parse(result.Tokens[0].Value) };
Command echo = new("echo", "Sends UDP datagrams back.") { at };
echo.SetAction(parsed => Echo.Run(parsed.GetRequiredValue(at)));

Option<int> count =
    new("--count") { HelpName = "N", Description = "Datagrams to send.", DefaultValueFactory = _ => 100 };
Option<int> every =
    new("--every") { HelpName = "MS", Description = "Time between two.", DefaultValueFactory = _ => 10 };
Command probe = new("probe", "Measures round trips and losses to an echo.") { at, count, every };
probe.SetAction(parsed => Probe.Run(parsed.GetRequiredValue(at), parsed.GetValue(count), parsed.GetValue(every)));

try
{
    return new RootCommand("The parts of scripts/netlab.") { connect, echo, probe }
        .Parse(args).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception exception) when (exception is FormatException or IOException)
{
    await Console.Error.WriteLineAsync($"netlab: {exception.Message}");
    return exception is FormatException ? 2 : 1;
}
