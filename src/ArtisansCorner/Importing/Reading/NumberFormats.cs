using System.Buffers;
using System.Globalization;
using System.Text;

namespace ArtisansCorner.Importing.Reading;

/// <summary>Writes the numbers of a workbook with what their cells show beside them and what makes them another thing: the sign of a currency, or percent.</summary>
internal sealed class NumberFormats
{
    private static readonly SearchValues<char> OnlyDigits = SearchValues.Create("0#?., ");
    private readonly Dictionary<string, NumberFormat> known = new(StringComparer.Ordinal);

    /// <summary>What a number says that is shown so.</summary>
    public string Write(double number, string? format)
    {
        // “00000” is how codes keep the zeros in front of them.
        if (format is ['0', '0', ..] && format.AsSpan().IndexOfAnyExcept('0') < 0 && number >= 0) return number.ToString(format, CultureInfo.InvariantCulture);
        var shown = Of(format);
        // Nothing is nothing in any currency, and of any percent.
        if (shown == NumberFormat.Plain || number == 0) return Digits(number);
        if (shown.IsPercent) return $"{Digits(number * (shown.IsOfHundred ? 100 : 1))}%";
        return $"{(number < 0 ? "-" : "")}{shown.Before}{Digits(Math.Abs(number))}{shown.After}";
    }

    /// <summary>Whether a number that is shown so may name something, as that of an order does; else it is an amount or a measure.</summary>
    public static bool MayBeName(double number, string? format) =>
        number == Math.Floor(number) && (format is null || format.AsSpan().IndexOfAnyExcept('0') < 0 || format is "@" || format.Equals("General", StringComparison.OrdinalIgnoreCase));

    private NumberFormat Of(string? format)
    {
        if (format is null || !format.AsSpan().ContainsAnyExcept(OnlyDigits)) return NumberFormat.Plain;
        if (!known.TryGetValue(format, out var shown)) known[format] = shown = NumberFormat.Of(format);
        return shown;
    }

    // As a decimal it has the fifteen digits that Excel shows, without the noise behind them.
    private static string Digits(double number) =>
        Math.Abs(number) < 1e15 ? ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>What a number format shows beside its numbers, as far as it matters.</summary>
/// <param name="Before">The sign of a currency in front of them.</param>
/// <param name="After">The same behind them, with a space.</param>
/// <param name="IsPercent">Whether they are percents.</param>
/// <param name="IsOfHundred">Whether 0.25 is shown as 25 %.</param>
internal sealed record NumberFormat(string Before = "", string After = "", bool IsPercent = false, bool IsOfHundred = false)
{
    public static readonly NumberFormat Plain = new();

    /// <summary>Reads the part for numbers above zero, such as “[$€-407] #,##0.00”, “_-* #,##0.00\ "€"_-” or “0%”; colors, conditions and room left free say nothing.</summary>
    public static NumberFormat Of(string format)
    {
        StringBuilder before = new(), after = new();
        var (beside, isOfHundred) = (before, false);
        for (var i = 0; i < format.Length && format[i] != ';'; i++)
        {
            switch (format[i])
            {
                case '0' or '#' or '?':
                    beside = after;
                    break;
                case '%':
                    isOfHundred = true;
                    break;
                case '_' or '*':
                    i++;
                    break;
                case '\\' when ++i < format.Length:
                    beside.Append(format[i]);
                    break;
                case '"' or '[':
                    var end = format.IndexOf(format[i] == '"' ? '"' : ']', i + 1);
                    if (end < 0) return Plain;
                    var inside = format[(i + 1)..end];
                    if (format[i] == '"') beside.Append(inside);
                    // “[$€-407]” is the sign of a currency and a language; without a sign, it is the language alone.
                    else if (inside is ['$', ..]) beside.Append(inside[1..].Split('-')[0]);
                    i = end;
                    break;
                case var letter when char.GetUnicodeCategory(letter) == UnicodeCategory.CurrencySymbol:
                    beside.Append(letter);
                    break;
            }
        }

        var isPercent = isOfHundred || before.ToString().Contains('%') || after.ToString().Contains('%');
        var (first, last) = (Sign(before), Sign(after));
        return new NumberFormat(first, last.Length == 0 ? "" : $" {last}", isPercent, isOfHundred);
    }

    // What is no currency, such as “pcs.”, leaves the number what it is.
    private static string Sign(StringBuilder beside) => beside.ToString().Trim([' ', '\u00A0', '-', '(', ')']) is var text && AmountSigns.IsNoneOrCurrency(text) ? text : "";
}
