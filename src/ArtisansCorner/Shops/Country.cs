namespace ArtisansCorner.Shops;

/// <summary>A country that a shop can be in, with the currency most people there count in.</summary>
/// <param name="Code">ISO 3166-1, two letters.</param>
/// <param name="Name">Its English name.</param>
/// <param name="Currency">ISO 4217 code of its currency.</param>
public sealed record Country(string Code, string Name, string Currency)
{
    /// <summary>The countries, by name.</summary>
    public static IReadOnlyList<Country> All { get; } =
    [
        new("AR", "Argentina", "USD"), new("AU", "Australia", "AUD"), new("AT", "Austria", "EUR"), new("BH", "Bahrain", "BHD"),
        new("BE", "Belgium", "EUR"), new("BR", "Brazil", "BRL"), new("BG", "Bulgaria", "EUR"), new("CA", "Canada", "CAD"),
        new("CL", "Chile", "CLP"), new("CN", "China", "CNY"), new("HR", "Croatia", "EUR"), new("CY", "Cyprus", "EUR"),
        new("CZ", "Czechia", "CZK"), new("DK", "Denmark", "DKK"), new("EE", "Estonia", "EUR"), new("FI", "Finland", "EUR"),
        new("FR", "France", "EUR"), new("DE", "Germany", "EUR"), new("GR", "Greece", "EUR"), new("HK", "Hong Kong", "HKD"),
        new("HU", "Hungary", "HUF"), new("IS", "Iceland", "ISK"), new("IN", "India", "INR"), new("ID", "Indonesia", "IDR"),
        new("IE", "Ireland", "EUR"), new("IL", "Israel", "ILS"), new("IT", "Italy", "EUR"), new("JP", "Japan", "JPY"),
        new("JO", "Jordan", "JOD"), new("KI", "Kiribati", "AUD"), new("KR", "South Korea", "KRW"), new("KW", "Kuwait", "KWD"),
        new("LV", "Latvia", "EUR"), new("LT", "Lithuania", "EUR"), new("LU", "Luxembourg", "EUR"), new("MY", "Malaysia", "MYR"),
        new("MT", "Malta", "EUR"), new("MX", "Mexico", "MXN"), new("MA", "Morocco", "MAD"), new("NL", "Netherlands", "EUR"),
        new("NZ", "New Zealand", "NZD"), new("NO", "Norway", "NOK"), new("OM", "Oman", "OMR"), new("PH", "Philippines", "PHP"),
        new("PL", "Poland", "PLN"), new("PT", "Portugal", "EUR"), new("RO", "Romania", "RON"), new("SG", "Singapore", "SGD"),
        new("SK", "Slovakia", "EUR"), new("SI", "Slovenia", "EUR"), new("ZA", "South Africa", "ZAR"), new("ES", "Spain", "EUR"),
        new("SE", "Sweden", "SEK"), new("CH", "Switzerland", "CHF"), new("TW", "Taiwan", "TWD"), new("TH", "Thailand", "THB"),
        new("TN", "Tunisia", "TND"), new("TR", "Türkiye", "TRY"), new("UA", "Ukraine", "UAH"), new("GB", "United Kingdom", "GBP"),
        new("US", "United States", "USD"), new("VN", "Vietnam", "VND"),
    ];

    /// <summary>The name of the country with this code, or what stands in its place.</summary>
    public static string NameOf(string written) => TryOf(written)?.Name ?? written;

    /// <summary>The country with this code in any case, or nothing.</summary>
    public static Country? TryOf(string? code) => All.FirstOrDefault(country => string.Equals(country.Code, code?.Trim(), StringComparison.OrdinalIgnoreCase));
}
