using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace PalActors.Clustering.Overrides;

/// <summary>A user's settings of actor systems, in HOCON: dispatchers, intervals, log entries.</summary>
/// <remarks>Made by <see cref="Parse"/> alone, so none of them touches a promise or the protocol.</remarks>
public sealed class HoconOverrides
{
    private HoconOverrides(string text) => Text = text;

    /// <summary>No settings.</summary>
    public static HoconOverrides None { get; } = new("");

    /// <summary>The settings, HOCON.</summary>
    public string Text { get; }

    /// <summary>Reads settings.</summary>
    /// <param name="text">HOCON.</param>
    /// <exception cref="FormatException">
    /// It is no HOCON, or a setting may not be overridden or has an invalid value; the message names it, as a clause.
    /// </exception>
    public static HoconOverrides Parse(string text)
    {
        HoconValue root;
        try
        {
            root = ConfigurationFactory.ParseString(text).Root;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw new FormatException($"is no HOCON: {exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}");
        }

        if (root.IsEmpty)
            return None;
        if (!root.IsObject())
            throw new FormatException("is no HOCON: it holds no settings");
        Check(root, []);
        return new HoconOverrides(text);
    }

    private static void Check(HoconValue section, IReadOnlyList<string> path)
    {
        foreach ((string key, HoconValue value) in section.GetObject().Items)
        {
            string[] inner = [.. path, key];
            if (value.IsObject())
                Check(value, inner);
            else
                CheckSetting(value, inner);
        }
    }

    private static void CheckSetting(HoconValue value, string[] path)
    {
        string name = string.Join('.', path);
        OverrideKind kind = OverrideTable.Find(path)
            ?? throw new FormatException(
                $"sets {name}, which may not be overridden; valid are dispatchers, intervals and log entries, "
                + "by the list of 'Settings of actor systems' in docs/operations.md");
        if (!IsValid(value, kind))
            throw new FormatException($"sets {name} to '{value}'; valid is {kind.Valid}");
    }

    private static bool IsValid(HoconValue value, OverrideKind kind)
    {
        try
        {
            return !value.IsArray() && kind.IsValid(value);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The parser reads numbers and times with exceptions of several kinds.
            return false;
        }
    }
}
