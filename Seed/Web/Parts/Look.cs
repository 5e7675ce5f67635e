using MudBlazor;

namespace PalActors.Web.Parts;

/// <summary>Colours and type of the pages, light and dark.</summary>
/// <remarks>Inks are those of Okabe and Ito, which colour-blind people can tell apart, adapted to a dark ground.
/// </remarks>
internal static class Look
{
    private static readonly string[] s_inksOnLight =
        ["#0072B2", "#D55E00", "#009E73", "#AA4499", "#B07C00", "#3A86C8", "#555555", "#000000"];

    private static readonly string[] s_inksOnDark =
        ["#5BB8F0", "#FF9A4D", "#3DD6A8", "#E79BCB", "#F2C94C", "#A5D8FF", "#B8B8B8", "#FFFFFF"];

    private static readonly string[] s_type = ["system-ui", "Segoe UI", "Roboto", "Helvetica", "Arial", "sans-serif"];

    /// <summary>The theme of layout and tables.</summary>
    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0B5F94",
            Background = "#F6F8FA",
            Surface = "#FFFFFF",
            AppbarBackground = "#0E2A3B",
            TextPrimary = "#14222B",
            TextSecondary = "#4A5B66",
            TableLines = "#DDE4E9",
            LinesDefault = "#DDE4E9",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#7CC7F5",
            Background = "#0C141A",
            Surface = "#141F27",
            AppbarBackground = "#0A1016",
            TextPrimary = "#E8EEF2",
            TextSecondary = "#A9B8C2",
            TableLines = "#27353F",
            LinesDefault = "#27353F",
        },
        Typography = new Typography { Default = new DefaultTypography { FontFamily = s_type } },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "10px" },
    };

    /// <summary>A colour by its number.</summary>
    public static string Ink(int number, bool isDark)
    {
        string[] inks = isDark ? s_inksOnDark : s_inksOnLight;
        return inks[number % inks.Length];
    }

    /// <summary>Colour of the ground of a figure.</summary>
    public static string Surface(bool isDark) => isDark ? "#131E26" : "#FFFFFF";

    /// <summary>Colour of text.</summary>
    public static string Text(bool isDark) => isDark ? "#D5DEE4" : "#22323C";

    /// <summary>Colour of lines of a grid.</summary>
    public static string Grid(bool isDark) => isDark ? "#25333D" : "#E4EAEE";
}
