namespace PalActors.Lab.Results;

/// <summary>What an event of a run is about, for logs that can be searched; null where it is about none.</summary>
public sealed record EventSubject
{
    /// <summary>True if something was lost or failed; the run goes on.</summary>
    public bool IsWarning { get; init; }

    /// <summary>True if a node or a snapshot was lost.</summary>
    public bool IsLoss { get; init; }

    /// <summary>Name of the network: its model and random seed.</summary>
    public string? Network { get; init; }

    /// <summary>Generation of the network's actors, from 1.</summary>
    public int? Generation { get; init; }

    /// <summary>Name of the area.</summary>
    public string? Area { get; init; }

    /// <summary>Name of the node.</summary>
    public string? Node { get; init; }

    /// <summary>The same by name, without what is null: scopes of a log.</summary>
    public IReadOnlyDictionary<string, object> Scopes
    {
        get
        {
            (string Name, object? Value)[] all =
                [("network", Network), ("generation", Generation), ("area", Area), ("node", Node)];
            return all.Where(scope => scope.Value is not null).ToDictionary(scope => scope.Name, scope => scope.Value!);
        }
    }
}
