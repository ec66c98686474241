using System.Buffers;
using System.Globalization;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Platform.Files;

/// <summary>Writes the lines of CSV files: cells that a spreadsheet shows and never runs.</summary>
public static class CsvText
{
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"\r\n");

    /// <summary>A line with its end; nothing is an empty cell.</summary>
    public static string Line(IEnumerable<string?> cells) => string.Join(',', cells.Select(cell => Cell(cell ?? ""))) + "\r\n";

    /// <summary>An amount as a decimal number with the decimals of its currency.</summary>
    public static string Amount(long minor, Currency currency) => ((decimal)minor / currency.MinorPerMajor).ToString("F" + currency.Decimals, CultureInfo.InvariantCulture);

    /// <summary>A day, such as 2026-11-24.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A quantity as a decimal number, such as 12.5; nothing where none is known.</summary>
    public static string? Number(decimal? number) => number?.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>A moment on the shop's clock, such as 2026-11-24 09:30; nothing where none is known.</summary>
    public static string? Moment(DateTimeOffset? at, ShopZone zone) => at is { } moment ? zone.LocalOf(moment).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : null;

    private static string Cell(string text)
    {
        if (text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] && !IsNumber(text)) text = "'" + text;
        return text.AsSpan().ContainsAny(NeedsQuotes) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    // A negative number does nothing and must stay one.
    private static bool IsNumber(string text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _);
}
