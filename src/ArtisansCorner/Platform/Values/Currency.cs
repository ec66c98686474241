using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArtisansCorner.Platform.Values;

/// <summary>An ISO 4217 currency: its code, the sign people write, and how many decimals its minor unit has.</summary>
[JsonConverter(typeof(AsCode))]
public readonly record struct Currency
{
    private static readonly Dictionary<string, (string Sign, int Decimals)> Known = new(StringComparer.Ordinal)
    {
        ["AUD"] = ("A$", 2), ["BGN"] = ("лв", 2), ["BHD"] = ("BHD", 3), ["BRL"] = ("R$", 2), ["CAD"] = ("CA$", 2),
        ["CHF"] = ("CHF", 2), ["CLP"] = ("CLP", 0), ["CNY"] = ("CN¥", 2), ["CZK"] = ("Kč", 2), ["DKK"] = ("DKK", 2),
        ["EUR"] = ("€", 2), ["GBP"] = ("£", 2), ["HKD"] = ("HK$", 2), ["HUF"] = ("Ft", 2), ["IDR"] = ("Rp", 2),
        ["ILS"] = ("₪", 2), ["INR"] = ("₹", 2), ["ISK"] = ("ISK", 0), ["JOD"] = ("JOD", 3), ["JPY"] = ("¥", 0),
        ["KRW"] = ("₩", 0), ["KWD"] = ("KWD", 3), ["MAD"] = ("MAD", 2), ["MXN"] = ("MX$", 2), ["MYR"] = ("RM", 2),
        ["NOK"] = ("NOK", 2), ["NZD"] = ("NZ$", 2), ["OMR"] = ("OMR", 3), ["PHP"] = ("₱", 2), ["PLN"] = ("zł", 2),
        ["RON"] = ("RON", 2), ["SEK"] = ("SEK", 2), ["SGD"] = ("S$", 2), ["THB"] = ("฿", 2), ["TND"] = ("TND", 3),
        ["TRY"] = ("₺", 2), ["TWD"] = ("NT$", 2), ["UAH"] = ("₴", 2), ["USD"] = ("$", 2), ["VND"] = ("₫", 0),
        ["ZAR"] = ("R", 2),
    };

    private Currency(string code) => Code = code;

    /// <summary>The three capital letters of ISO 4217.</summary>
    public string Code { get; }

    /// <summary>What people write before an amount, such as “£”.</summary>
    public string Sign => Known[Code].Sign;

    /// <summary>How many decimals the minor unit has: 2 for pounds, 0 for yen, 3 for Kuwaiti dinars.</summary>
    public int Decimals => Known[Code].Decimals;

    /// <summary>How many minor units make one major unit: 100 for pounds, 1 for yen.</summary>
    public long MinorPerMajor => Decimals switch { 0 => 1, 3 => 1000, _ => 100 };

    /// <summary>Every currency a shop can be kept in, by code.</summary>
    public static IEnumerable<Currency> All => Known.Keys.Order(StringComparer.Ordinal).Select(code => new Currency(code));

    /// <summary>The currency with this code; throws when there is none.</summary>
    public static Currency Of(string code) =>
        TryOf(code) ?? throw new ArgumentException($"There is no currency “{code}”.", nameof(code));

    /// <summary>The currency with this code in any case, or nothing.</summary>
    public static Currency? TryOf(string? code)
    {
        var upper = code?.Trim().ToUpperInvariant();
        return upper is not null && Known.ContainsKey(upper) ? new Currency(upper) : null;
    }

    /// <summary>An amount of minor units in major units, exactly.</summary>
    public decimal ToMajor(long minor) => (decimal)minor / MinorPerMajor;

    /// <summary>An amount of major units in minor units, rounded half away from zero; nothing when it does not fit.</summary>
    public long? ToMinor(decimal major)
    {
        try
        {
            return (long)decimal.Round(major * MinorPerMajor, 0, MidpointRounding.AwayFromZero);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>The amount as a form field holds it: a point, no thousands, no sign of the currency.</summary>
    public string ToField(long minor) => ToMajor(minor).ToString("F" + Decimals, CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public override string ToString() => Code;

    private sealed class AsCode : JsonConverter<Currency>
    {
        public override Currency Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryOf(reader.GetString()) ?? throw new JsonException("There is no such currency.");

        public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
    }
}
