using System.Reflection;

namespace PalActors.TestKit;

/// <summary>Dependencies between the folders of an assembly, which are its namespaces.</summary>
/// <remarks>
/// From base types, interfaces, members, signatures, bodies of methods, and names of types in strings. Constants are
/// compiled into their users, so a dependency by a constant alone is not seen.
/// </remarks>
public sealed class FolderGraph
{
    private readonly Assembly _assembly;
    private readonly Dictionary<string, Dictionary<string, string>> _uses = [];

    public FolderGraph(Assembly assembly)
    {
        _assembly = assembly;
        ILookup<string, Type> named = assembly.GetTypes().ToLookup(type => type.FullName!);
        foreach (Type type in assembly.GetTypes())
        {
            HashSet<Type> used = [.. AssemblyUses.TypesOf(type)];
            foreach (string text in AssemblyUses.StringsOf(type))
                used.UnionWith(text.Split(' ', ',', '"', '\n').SelectMany(word => named[word]));
            foreach (Type other in used)
                Add(type, other);
        }
    }

    /// <summary>Folders in a circle with an example of a use for each step; empty if there is no circle.</summary>
    public IReadOnlyList<string> Circle()
    {
        HashSet<string> done = [];
        foreach (string folder in _uses.Keys)
        {
            if (Circle(folder, [], done) is { } circle)
                return circle;
        }

        return [];
    }

    private List<string>? Circle(string folder, List<string> path, HashSet<string> done)
    {
        int start = path.IndexOf(folder);
        if (start >= 0)
            return [.. path.Skip(start).Append(folder).Zip(path.Skip(start + 1).Append(folder), Step)];
        if (done.Contains(folder) || !_uses.TryGetValue(folder, out Dictionary<string, string>? others))
            return null;
        path.Add(folder);
        foreach (string other in others.Keys)
        {
            if (Circle(other, path, done) is { } circle)
                return circle;
        }

        path.RemoveAt(path.Count - 1);
        done.Add(folder);
        return null;

        string Step(string from, string to) => $"{from} -> {to} ({_uses[from][to]})";
    }

    private void Add(Type type, Type other)
    {
        bool isInside = other.Assembly == _assembly && !other.IsGenericParameter;
        if (!isInside || type.Namespace is not { } from || other.Namespace is not { } to || from == to)
            return;
        if (!_uses.TryGetValue(from, out Dictionary<string, string>? others))
            _uses.Add(from, others = []);
        others.TryAdd(to, $"{type.Name} uses {other.Name}");
    }
}
