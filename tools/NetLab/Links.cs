namespace PalActors.NetLab;

/// <summary>Links of a lab, one per direction of each pair of hosts, and commands to change them.</summary>
internal sealed class Links
{
    private readonly string[] _hosts;
    private readonly Link[,] _links;

    /// <summary>Connects all hosts with each other.</summary>
    /// <param name="hosts">Their names.</param>
    /// <param name="settings">Settings of every link.</param>
    /// <param name="seed">Random seed of the lab.</param>
    public Links(IReadOnlyList<string> hosts, LinkSettings settings, int seed)
    {
        _hosts = [.. hosts];
        _links = new Link[hosts.Count, hosts.Count];
        for (int from = 0; from < hosts.Count; from++)
        {
            for (int to = 0; to < hosts.Count; to++)
                _links[from, to] = new Link((((seed * 1009) + from) * 1009) + to) { Settings = settings };
        }
    }

    /// <summary>Gets the link from one host to another.</summary>
    public Link this[int from, int to] => _links[from, to];

    /// <summary>
    /// Runs a command: <c>cut [HOST [HOST]]</c>, <c>heal [HOST [HOST]]</c> or <c>set [HOST [HOST]] key=value...</c>.
    /// </summary>
    /// <remarks>
    /// Two hosts mean the link between them in both directions, one host means all its links, and none means all links.
    /// </remarks>
    /// <param name="words">The command and its arguments.</param>
    /// <exception cref="FormatException">The command is not valid; nothing was changed.</exception>
    public void Do(ReadOnlySpan<string> words)
    {
        if (words.IsEmpty)
            throw new FormatException("an empty line; valid: cut, heal, set, stats, quit.");
        int named = 1;
        while (named < words.Length && !words[named].Contains('=', StringComparison.Ordinal))
            named++;
        Link[] meant = Between(words[1..named]);
        ReadOnlySpan<string> settings = words[named..];
        switch (words[0])
        {
            case "cut" or "heal" when settings.IsEmpty:
                foreach (Link link in meant)
                    link.Cut = words[0] == "cut";
                break;
            case "set" when !settings.IsEmpty:
                LinkSettings[] changed = [.. meant.Select(link => link.Settings)];
                foreach (string setting in settings)
                    changed = [.. changed.Select(one => one.With(setting))];
                changed = [.. changed.Select(one => one.Checked())];
                for (int i = 0; i < meant.Length; i++)
                    meant[i].Settings = changed[i];
                break;
            default:
                throw new FormatException(
                    $"'{string.Join(' ', words)}': valid is cut [HOST [HOST]], heal [HOST [HOST]], set [HOST [HOST]] "
                        + "key=value..., stats, quit.");
        }
    }

    private Link[] Between(ReadOnlySpan<string> names)
    {
        if (names.Length > 2)
            throw new FormatException(
                $"{names.Length} hosts: valid is two, for the link between them, one for all of its links, or none for "
                    + "all.");
        int a = names.Length > 0 ? Number(names[0]) : -1, b = names.Length > 1 ? Number(names[1]) : -1;
        if (a >= 0 && a == b)
            throw new FormatException($"'{_hosts[a]}' has no link to itself.");
        List<Link> meant = [];
        for (int from = 0; from < _hosts.Length; from++)
        {
            for (int to = 0; to < _hosts.Length; to++)
            {
                if (from != to && (a < 0 || from == a || to == a) && (b < 0 || from == b || to == b))
                    meant.Add(_links[from, to]);
            }
        }

        return [.. meant];
    }

    private int Number(string name)
    {
        int number = Array.IndexOf(_hosts, name);
        return number >= 0
            ? number
            : throw new FormatException($"'{name}' is no host here; valid: {string.Join(", ", _hosts)}.");
    }
}
