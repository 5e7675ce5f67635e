using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace PalActors.Areas.Tests;

/// <summary>An assertion for loops over many values: its text is made only where it fails.</summary>
/// <remarks>
/// <see cref="Assert.True(bool, string)"/> takes a whole text, which costs a thousand times what a comparison does.
/// </remarks>
internal static class Expect
{
    public static void True(
        bool condition, [InterpolatedStringHandlerArgument(nameof(condition))] ref FailureText text)
    {
        if (!condition)
            Assert.Fail(text.ToString());
    }

    /// <summary>The text of a condition that does not hold; nothing is made of any other.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct FailureText
    {
        private readonly StringBuilder? _text;

        [SuppressMessage("Style", "IDE0060", Justification = "The compiler calls it with the length.")]
        public FailureText(int literalLength, int formattedCount, bool condition, out bool isNeeded)
        {
            isNeeded = !condition;
            _text = isNeeded ? new StringBuilder() : null;
        }

        public void AppendLiteral(string literal) => _text!.Append(literal);

        public void AppendFormatted<T>(T value, string? format = null) => _text!.Append(
            value is IFormattable number ? number.ToString(format, null) : value?.ToString());

        public override string ToString() => _text?.ToString() ?? "";
    }
}
