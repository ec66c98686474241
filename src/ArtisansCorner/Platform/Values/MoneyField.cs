using System.Globalization;

namespace ArtisansCorner.Platform.Values;

/// <summary>Reads amounts as people type them: “4.50”, “4,50”, “£4.50”, “1.234,50 €”, “1 234”.</summary>
public static class MoneyField
{
    private const int MostDigits = 15;

    /// <summary>
    /// The amount in minor units, exactly; nothing is rounded. The last of two different marks is the decimal one. A single mark
    /// before three digits parts thousands, unless the currency has three decimals.
    /// </summary>
    public static bool TryParse(string? text, Currency currency, out long minor)
    {
        minor = 0;
        var negative = false;
        var digits = Bare(text, currency);
        if (digits is ['-' or '−', .. var rest]) (negative, digits) = (true, Bare(rest, currency));
        if (!NumberField.TrySplit(digits, currency.Decimals, out var whole, out var fraction)) return false;
        if (whole.Length + fraction.Length > MostDigits) return false;
        if (!long.TryParse(whole + fraction.PadRight(currency.Decimals, '0'), NumberStyles.None, CultureInfo.InvariantCulture, out minor)) return false;
        if (negative) minor = -minor;
        return true;
    }

    /// <summary>The text without spaces and without the currency before or behind it.</summary>
    private static string Bare(string? text, Currency currency)
    {
        var bare = NumberField.WithoutSpaces(text);
        foreach (var word in (ReadOnlySpan<string>)[currency.Sign, currency.Code, Symbol(currency)])
        {
            if (word.Length == 0) continue;
            if (bare.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return bare[word.Length..];
            if (bare.EndsWith(word, StringComparison.OrdinalIgnoreCase)) return bare[..^word.Length];
        }

        return bare;
    }

    /// <summary>“A$” without its letters: people in Australia just write “$”.</summary>
    private static string Symbol(Currency currency) => currency.Sign.TrimStart([.. currency.Sign.Where(char.IsAsciiLetter)]);
}
