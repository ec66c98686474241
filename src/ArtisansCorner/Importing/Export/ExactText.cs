using System.Globalization;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Export;

/// <summary>Writes a value of a row as text that a spreadsheet never runs, and reads exactly that value back.</summary>
internal static class ExactText
{
    /// <summary>The text; nothing where there is no value. A text that could be a formula, or begins with an apostrophe, gets one more before it; an empty text is one alone.</summary>
    public static string? Of(object? value) => value switch
    {
        null => null,
        string text => text is "" or ['=' or '+' or '-' or '@' or '\t' or '\r' or '\'', ..] ? $"'{text}" : text,
        DateTimeOffset at => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Currency currency => currency.Code,
        ExchangeRate rate => rate.Trillionths.ToString(CultureInfo.InvariantCulture),
        Enum word => word.ToString(),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>The value of a text; false when it is none of the type.</summary>
    public static bool TryRead(string text, Type type, out object? value)
    {
        value = null;
        if (text.Length == 0) return Nullable.GetUnderlyingType(type) is not null || !type.IsValueType;
        value = Read(text, Nullable.GetUnderlyingType(type) ?? type);
        return value is not null;
    }

    private static object? Read(string text, Type type)
    {
        if (type == typeof(string)) return text[0] == '\'' ? text[1..] : text;
        if (type == typeof(Guid)) return Guid.TryParse(text, out var id) ? id : null;
        if (type == typeof(DateTimeOffset)) return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.ToUniversalTime() : null;
        if (type == typeof(DateOnly)) return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        if (type == typeof(bool)) return bool.TryParse(text, out var yes) ? yes : null;
        if (type == typeof(Currency)) return Currency.TryOf(text);
        if (type.IsEnum) return Enum.TryParse(type, text, out var word) && Enum.IsDefined(type, word) ? word : null;
        if (!Number(text, out var number)) return null;
        if (type == typeof(long)) return number;
        if (type == typeof(int)) return number is >= int.MinValue and <= int.MaxValue ? (int)number : null;
        if (type == typeof(byte)) return number is >= 0 and <= byte.MaxValue ? (byte)number : null;
        return type == typeof(ExchangeRate) && number > 0 ? ExchangeRate.OfTrillionths(number) : null;
    }

    private static bool Number(string text, out long number) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
