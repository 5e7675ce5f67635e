using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PalActors.Lab.Experiments;

/// <summary>Reads the plain part of YAML: scalars, lists and maps.</summary>
/// <remarks>
/// It refuses what could hide a mistake: duplicate keys, tags, anchors, aliases, more than one document. It walks the
/// parser's events, since binding by reflection costs start-up time and loses line numbers.
/// </remarks>
internal sealed partial class YamlReader
{
    private const int DeepestNesting = 16;

    private readonly Parser _parser;
    private readonly string _name;
    private readonly bool _lines;

    private YamlReader(string text, string name, bool lines)
    {
        _parser = new Parser(new StringReader(text));
        _name = name;
        _lines = lines;
    }

    /// <summary>Reads a file that must hold a map.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static YamlMap ReadFile(string path) => ReadText(Text(path), path);

    /// <summary>Reads a text that must hold a map.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="name">Its file, or a name for error messages.</param>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static YamlMap ReadText(string text, string name) => Read(text, name) switch
    {
        YamlMap map => map,
        null => throw new InputException($"{name}: the file is empty; an experiment file holds lines 'key: value'."),
        YamlNode other => throw other.Source.Error("not an experiment; an experiment file holds lines 'key: value'."),
    };

    /// <summary>Reads one document, or null if there is none.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="name">Its file or option, for error messages.</param>
    /// <param name="lines">True if its lines have numbers there.</param>
    /// <exception cref="InputException">It is not valid.</exception>
    public static YamlNode? Read(string text, string name, bool lines = true) =>
        new YamlReader(text, name, lines).Document();

    /// <summary>Text of an experiment file.</summary>
    /// <remarks>Byte order marks are known; without one it is UTF-8. Invalid bytes are refused, not replaced.</remarks>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static string Text(string path)
    {
        MemoryStream bytes = new(SmallFile.Read(path, "an experiment file"));
        using StreamReader reader = new(bytes, new UTF8Encoding(false, throwOnInvalidBytes: true));
        try
        {
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            throw new InputException($"{path}: not a text in UTF-8; valid is UTF-8, or UTF-16 with a byte order mark.");
        }
    }

    private YamlNode? Document()
    {
        YamlNode? root = null;
        while (Next())
        {
            if (_parser.Current is not DocumentStart start)
                continue;
            if (root is not null)
                throw At(start.Start).Error("a second document begins here; valid is one experiment a file.");
            Next();
            root = Node(0);
        }

        return root is YamlScalar { Quoted: false, Text: "" } ? null : root;
    }
}
