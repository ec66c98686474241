using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArtisansCorner.Platform.Values;

/// <summary>What one unit of one currency is worth in another, exactly, to twelve decimals: above 0, up to 1,000,000.</summary>
[JsonConverter(typeof(AsDecimal))]
public readonly record struct ExchangeRate
{
    private const long PerOne = 1_000_000_000_000;
    private const decimal Most = 1_000_000;

    private ExchangeRate(long trillionths) => Trillionths = trillionths;

    /// <summary>The rate in trillionths: 1.25 is 1,250,000,000,000.</summary>
    public long Trillionths { get; }

    /// <summary>The rate of so many trillionths, as it was stored.</summary>
    public static ExchangeRate OfTrillionths(long trillionths) => new(trillionths);

    /// <summary>The rate that a decimal text says, such as “1.2745”, or nothing.</summary>
    public static ExchangeRate? TryOf(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var rate)
            && rate is > 0 and <= Most && rate * PerOne is var trillionths && trillionths == decimal.Truncate(trillionths)
            ? new ExchangeRate((long)trillionths)
            : null;

    /// <summary>
    /// An amount of minor units in minor units of the other currency, rounded half away from zero; nothing when it does not fit.
    /// 1,000 fils (1 KWD) at 2.51 are 251 pence; 100 pence at 187.5 are 188 yen.
    /// </summary>
    public long? Convert(long minor, Currency from, Currency to)
    {
        var (exact, unit) = ((Int128)minor * Trillionths * to.MinorPerMajor, (Int128)PerOne * from.MinorPerMajor);
        var whole = (2 * Int128.Abs(exact) + unit) / (2 * unit);
        if (whole > long.MaxValue) return null;
        return exact < 0 ? -(long)whole : (long)whole;
    }

    /// <summary>The rate as a decimal text, such as “1.2745”.</summary>
    public override string ToString() => ((decimal)Trillionths / PerOne).ToString("0.############", CultureInfo.InvariantCulture);

    private sealed class AsDecimal : JsonConverter<ExchangeRate>
    {
        public override ExchangeRate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryOf(reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString(),
                JsonTokenType.Number when reader.TryGetDecimal(out var number) => number.ToString(CultureInfo.InvariantCulture),
                _ => null,
            }) ?? throw new JsonException("An exchange rate is above 0 and up to 1,000,000, with at most 12 decimals, such as 1.2745.");

        // As text: a program that reads numbers as floating point would lose digits.
        public override void Write(Utf8JsonWriter writer, ExchangeRate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
