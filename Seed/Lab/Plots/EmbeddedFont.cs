using ScottPlot;
using SkiaSharp;

namespace PalActors.Lab.Plots;

/// <summary>The font of the plots, embedded in the program.</summary>
/// <remarks>
/// SkiaSharp draws no text at all on a machine without fonts, as most containers are, and elsewhere plots would differ
/// from machine to machine.
/// </remarks>
internal sealed class EmbeddedFont : IFontResolver
{
    /// <summary>Name by which plots refer to it.</summary>
    public const string Name = "PalActors Sans";

    private static readonly Lazy<SKTypeface> s_typeface = new(Load);

    /// <summary>Registers the font with ScottPlot as its default.</summary>
    /// <remarks>A second call changes nothing.</remarks>
    public static void Use()
    {
        lock (s_typeface)
        {
            if (!Fonts.FontResolvers.OfType<EmbeddedFont>().Any())
                Fonts.FontResolvers.Insert(0, new EmbeddedFont());
            Fonts.Default = Name;
        }
    }

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        fontName == Name ? s_typeface.Value : null;

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) =>
        fontName == Name ? s_typeface.Value : null;

    private static SKTypeface Load()
    {
        using Stream font = typeof(EmbeddedFont).Assembly.GetManifestResourceStream("DejaVuSans-subset.ttf")
            ?? throw new InvalidOperationException("The font DejaVuSans-subset.ttf is missing from the assembly.");
        return SKTypeface.FromStream(font);
    }
}
