using System.Globalization;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Reading;

/// <summary>What people write before and behind an amount.</summary>
internal static class AmountSigns
{
    private const string Beside = "-−+(). \u00A0\u202F";

    // Several currencies write “$”, “¥” and “kr” alone.
    private static readonly Dictionary<string, string> Signs = new[] { ("US$", "USD"), ("AU$", "AUD"), ("C$", "CAD"), ("EUR", "EUR") }
        .Concat(Currency.All.Where(currency => currency.Sign is not ("$" or "¥" or "R")).SelectMany(currency => new[] { (currency.Sign, currency.Code), (currency.Code, currency.Code) }))
        .Append(("USD", "USD")).Append(("JPY", "JPY")).Append(("ZAR", "ZAR"))
        .DistinctBy(sign => sign.Item1).ToDictionary(sign => sign.Item1, sign => sign.Item2, StringComparer.OrdinalIgnoreCase);

    // What may stand before a number and names no currency; several currencies are called “kr” and “R”.
    private static readonly HashSet<string> OtherSigns = new(StringComparer.OrdinalIgnoreCase) { "kr", "R", "Rs", "Fr", "SFr", "x" };

    // “1.5k” and “2 doz” are more than 1.5 and 2.
    private static readonly HashSet<string> Multiples = new(StringComparer.OrdinalIgnoreCase) { "k", "doz", "dz", "Dtzd", "Tsd", "mln", "Mio" };

    /// <summary>The code of the currency that such a sign names; nothing where it names none, or one that several share, such as “$”.</summary>
    public static string? CurrencyOf(ReadOnlySpan<char> beside) => Signs.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(beside.Trim(Beside), out var code) ? code : null;

    /// <summary>Whether what stands before a number leaves it what it is: of “six 1” and “No. 12” nobody knows what they are worth.</summary>
    public static bool MayPrecede(ReadOnlySpan<char> before)
    {
        var sign = before.Trim(Beside);
        return sign.IsEmpty || char.GetUnicodeCategory(sign[^1]) == UnicodeCategory.CurrencySymbol || CurrencyOf(sign) is not null || OtherSigns.GetAlternateLookup<ReadOnlySpan<char>>().Contains(sign);
    }

    /// <summary>Whether what stands behind a number makes more of it.</summary>
    public static bool IsMultiple(ReadOnlySpan<char> after) => Multiples.GetAlternateLookup<ReadOnlySpan<char>>().Contains(after.Trim(Beside));
}
