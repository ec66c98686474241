using System.Globalization;
using ArtisansCorner.Platform.Problems;

namespace ArtisansCorner.Platform.Values;

/// <summary>Reads the texts of a form and gathers what cannot be read, each with a sentence under its field. An empty text is nothing.</summary>
/// <param name="currency">The currency of its amounts.</param>
public sealed class FormReader(Currency currency)
{
    /// <summary>What could not be read.</summary>
    public List<Problem> Problems { get; } = [];

    /// <summary>An amount in minor units.</summary>
    public long? Money(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (MoneyField.TryParse(text, currency, out var minor)) return minor;
        Problems.Add(new("not_an_amount", $"“{text.Shown()}” is not an amount; write it like {new Money(1250 * currency.MinorPerMajor / 100, currency)}.", field));
        return null;
    }

    /// <summary>A whole number.</summary>
    public long? Count(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (NumberField.TryParse(text, out var number)) return number;
        Problems.Add(new("not_a_number", $"“{text.Shown()}” is not a whole number.", field));
        return null;
    }

    /// <summary>A quantity with decimals, as number fields send it; the mark is a decimal one, be it a point or a comma.</summary>
    public decimal? Quantity(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (decimal.TryParse(NumberField.WithoutSpaces(text).Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var quantity)) return quantity;
        Problems.Add(new("not_a_number", $"“{text.Shown()}” is not a number; write it like 12.5.", field));
        return null;
    }

    /// <summary>A day, as date fields send it.</summary>
    public DateOnly? Day(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            if (day >= AskedDays.Earliest && day <= AskedDays.Latest) return day;
            Problems.Add(AskedDays.OutOfReach(field));
            return null;
        }

        Problems.Add(new("not_a_day", $"“{text.Shown()}” is not a day; write it as 2026-11-22.", field));
        return null;
    }
}
