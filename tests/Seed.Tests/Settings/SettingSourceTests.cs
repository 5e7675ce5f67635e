using PalActors.Cli;
using PalActors.Cli.Settings;
using PalActors.Clustering.Overrides;

namespace PalActors.Seed.Tests.Settings;

/// <summary>Settings from the command line, the environment and a file: precedence and mistakes.</summary>
public sealed class SettingSourceTests : IDisposable
{
    private readonly SettingsLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task TheCommandLinePrecedesTheEnvironmentAndThatTheFile()
    {
        _lab.WriteSettings("\"Join\": \"file\"");
        Palactors.AssertRefused(await _lab.RunAsync("node"), "appsettings.json: PalActors:Join is 'file'; valid is");
        _lab.Environment["PALACTORS_JOIN"] = "";
        Palactors.AssertRefused(await _lab.RunAsync("node"), "appsettings.json: PalActors:Join is 'file'");
        _lab.Environment["PALACTORS_JOIN"] = "variable";
        Palactors.AssertRefused(await _lab.RunAsync("node"), "PALACTORS_JOIN is 'variable'; valid is HOST:PORT");
        Palactors.AssertRefused(await _lab.RunAsync("node", "--join", "option"), "--join is 'option'; valid is");
    }

    [Fact]
    public async Task AFlagOfAFileIsTurnedOffByAVariable()
    {
        _lab.WriteSettings("\"AllowPlain\": true, \"Bind\": \"192.0.2.7\", \"TlsKey\": \"missing.key\"");
        string[] node = ["node", "--join", "127.0.0.1:1"];
        Palactors.AssertRefused(await _lab.RunAsync(node), "--tls-certificate is missing");
        _lab.WriteSettings("\"AllowPlain\": true, \"Bind\": \"192.0.2.7\"");
        _lab.Environment["PALACTORS_ALLOW_PLAIN"] = "false";
        Palactors.AssertRefused(
            await _lab.RunAsync(node), "appsettings.json: PalActors:Bind is 192.0.2.7 without TLS", "--allow-plain");
    }

    [Theory]
    [InlineData("--port", "PALACTORS_PORT", "Port", "70000", "valid is a port")]
    [InlineData("--bind", "PALACTORS_BIND", "Bind", "here", "valid is an IP address")]
    [InlineData("--public-host", "PALACTORS_PUBLIC_HOST", "PublicHost", "[x]", "valid is a host name")]
    [InlineData("--frame-port", "PALACTORS_FRAME_PORT", "FramePort", "-1", "valid is a port")]
    [InlineData("--health-port", "PALACTORS_HEALTH_PORT", "HealthPort", "x", "valid is a port")]
    [InlineData("--give-up-after", "PALACTORS_GIVE_UP_AFTER", "GiveUpAfter", "soon", "valid is a time")]
    [InlineData("--hocon", "PALACTORS_HOCON", "Hocon", "missing.conf", "cannot be read")]
    [InlineData("--log-level", "PALACTORS_LOG_LEVEL", "LogLevel", "loud", "valid is one of trace")]
    [InlineData("--log-format", "PALACTORS_LOG_FORMAT", "LogFormat", "xml", "valid is text or json")]
    [InlineData("--http-bind", "PALACTORS_HTTP_BIND", "HttpBind", "nowhere:x", "valid")]
    public async Task AWrongValueIsNamedWithItsSource(
        string option, string variable, string key, string value, string valid)
    {
        string[] node = ["node", "--join", "127.0.0.1:1"];
        Palactors.AssertRefused(await _lab.RunAsync([.. node, option, value]), $"{option} is '{value}'", valid);
        _lab.Environment[variable] = value;
        Palactors.AssertRefused(await _lab.RunAsync(node), $"{variable} is '{value}'", valid);
        _lab.Environment.Clear();
        _lab.WriteSettings($"\"{key}\": \"{value}\"");
        Palactors.AssertRefused(
            await _lab.RunAsync(node), $"appsettings.json: PalActors:{key} is '{value}'", valid);
    }

    [Theory]
    [InlineData("PALACTORS_STAY", "", "PALACTORS_STAY is 'maybe'; valid is true or false")]
    [InlineData("", "\"Stay\": \"maybe\"", "appsettings.json: PalActors:Stay is 'maybe'; valid is true or false")]
    public async Task AFlagIsTrueOrFalse(string variable, string members, string line)
    {
        if (variable.Length > 0)
            _lab.Environment[variable] = "maybe";
        _lab.WriteSettings(members);
        Palactors.AssertRefused(await _lab.RunAsync("node", "--join", "127.0.0.1:1"), line);
    }

    [Theory]
    [InlineData("{ \"PalActors\": { \"Prot\": 4053 } }", "appsettings.json: PalActors:Prot is no setting", "'Port'")]
    [InlineData("{ \"palactors\": { \"epochs\": 3 } }", ":epochs is no setting; valid is one of AllowPlain, Bind")]
    [InlineData("{ \"PalActors\": { \"Port\": [1, 2] } }", "PalActors:Port holds several values; valid is one")]
    [InlineData("{ \"PalActors\": { \"Port\": 1, \"port\": 2 } }", "appsettings.json cannot be read", "port")]
    [InlineData("{ \"PalActors\": ", "appsettings.json cannot be read", "LineNumber: 0")]
    [InlineData("{ \"PalActors\": 4053 }", "appsettings.json: PalActors is '4053'; valid is an object of settings")]
    [InlineData("[]", "appsettings.json cannot be read")]
    [InlineData(
        "{ \"Logging\": { \"LogLevel\": { \"Default\": \"Loud\" } } }",
        "appsettings.json: Logging:LogLevel:Default is 'Loud'; valid is one of trace, debug")]
    public async Task AWrongFileIsRefused(string text, params string[] parts)
    {
        _lab.Write(SettingsFile.Name, text);
        Palactors.AssertRefused(await _lab.RunAsync("list"), parts);
    }

    [Fact]
    public async Task AnUnknownKeyIsToldWithoutItsValueWhichMayBeASecret()
    {
        _lab.WriteSettings("\"Password\": \"hunter2\"");
        Invocation list = await _lab.RunAsync("list");
        Palactors.AssertRefused(list, "PalActors:Password is no setting");
        Assert.DoesNotContain("hunter2", list.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void DocsHaveARowForEachSettingOfActorSystems()
    {
        string[] rows = [.. OverrideTable.Rows.Select(row => $"| {row.Kind.Valid} | `{row.Path}` |")];
        Assert.Contains(string.Join('\n', rows), Repository.Read("docs/operations.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void NamesFollowFromTheOption() => Assert.Equal(
        ("PALACTORS_TLS_SIGNATURES_ONLY", "TlsSignaturesOnly"),
        (SettingNames.Variable("--tls-signatures-only"), SettingNames.Key("--tls-signatures-only")));

    [Fact]
    public void DocsHaveARowForEachSetting()
    {
        string[] rows = [.. Repository.Read("docs/operations.md").Split('\n').Where(line => line.StartsWith("| `PAL"))];
        ISetting[] settings = [.. CommandLine.Settings(CellModels.All)];

        Assert.NotEmpty(settings);
        Assert.All(settings, setting => Assert.Contains(
            rows,
            row => row.StartsWith($"| `{setting.Variable}` |", StringComparison.Ordinal)
                && row.Contains($"`{setting.Name}", StringComparison.Ordinal)));
    }
}
