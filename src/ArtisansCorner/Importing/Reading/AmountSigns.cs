using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Reading;

/// <summary>What people write before and behind an amount.</summary>
internal static partial class AmountSigns
{
    // “Â” is left of “£” and of a space where a file was once read in the wrong encoding.
    private const string Beside = "-−–—+(),. \t\u00A0\u2007\u2009\u202FÂ";

    // Which currencies are written so, the most usual first.
    private static readonly string[] Dollars = ["USD", "AUD", "CAD", "HKD", "MXN", "NZD", "SGD", "TWD", "CLP"];
    private static readonly (string Sign, string[] Codes)[] Others =
    [
        ("$", Dollars), ("＄", Dollars), ("¥", ["JPY", "CNY"]), ("￥", ["JPY", "CNY"]), ("kr", ["SEK", "NOK", "DKK", "ISK"]),
        ("US$", ["USD"]), ("AU$", ["AUD"]), ("C$", ["CAD"]), ("Euro", ["EUR"]), ("￡", ["GBP"]), ("Rs", ["INR"]), ("Fr", ["CHF"]), ("SFr", ["CHF"]), ("lei", ["RON"]), ("TL", ["TRY"]), ("zl", ["PLN"]), ("Kc", ["CZK"]),
        ("NIS", ["ILS"]), ("円", ["JPY"]), ("元", ["CNY"]), ("원", ["KRW"]), ("￦", ["KRW"]), ("đ", ["VND"]),
    ];

    // ISO 4217: what no shop is kept in, but files may tell of.
    private static readonly string[] OtherCodes =
        ("AED AFN ALL AMD ANG AOA ARS AWG AZN BAM BBD BDT BIF BMD BND BOB BSD BTN BWP BYN BZD CDF COP CRC CUP CVE DJF DOP DZD EGP ERN ETB FJD FKP GEL GHS GIP GMD GNF GTQ GYD HNL HTG IQD IRR JMD " +
        "KES KGS KHR KMF KPW KYD KZT LAK LBP LKR LRD LSL LYD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MZN NAD NGN NIO NPR PAB PEN PGK PKR PYG QAR RSD RUB RWF SAR SBD SCR SDG SHP SLE SOS SRD SSP STN " +
        "SVC SYP SZL TJS TMT TOP TTD TZS UGX UYU UZS VES VUV WST XAF XCD XOF XPF YER ZMW ZWG").Split(' ');

    private static readonly Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> Signs = Others
        .Concat(Currency.All.SelectMany(currency => new[] { (currency.Sign, new[] { currency.Code }), (currency.Code, [currency.Code]) }))
        .Concat(OtherCodes.Select(code => (code, new[] { code })))
        .DistinctBy(sign => sign.Item1).ToDictionary(sign => sign.Item1, sign => sign.Item2, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    // “1.5k” and “2 doz” are more than 1.5 and 2.
    private static readonly HashSet<string> Multiples = new(StringComparer.OrdinalIgnoreCase) { "k", "doz", "dz", "Dtzd", "Tsd", "mln", "Mio" };

    // In a cell of its own a word is a currency that beside an amount may be a weight.
    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Words = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["euros"] = "EUR", ["dollar"] = "$", ["dollars"] = "$", ["pound"] = "GBP", ["pounds"] = "GBP", ["sterling"] = "GBP", ["pfund"] = "GBP", ["franken"] = "CHF", ["yen"] = "JPY", ["rupees"] = "INR",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// The currency that such a sign names, by its code, or by itself where we know no such currency: the shop's where it may be, for “$” and “kr” are the sign of several.
    /// Nothing where no currency is named.
    /// </summary>
    public static string? CurrencyOf(ReadOnlySpan<char> beside, Currency home)
    {
        var sign = beside.Trim(Beside);
        if (TryFind(sign, out var codes)) return codes.Contains(home.Code) ? home.Code : codes[0];
        return IsSymbol(sign) ? sign.ToString() : null;
    }

    /// <summary>The currency that a cell of its own names, such as “EUR”, “£” or “US dollars”: the shop's where it may be. Nothing where no currency is named.</summary>
    public static string? CurrencyNamed(ReadOnlySpan<char> cell, Currency home)
    {
        if (CurrencyOf(cell, home) is { } code) return code;
        foreach (var at in cell.SplitAny(' ', '/', ','))
        {
            var word = cell[at].Trim(Beside);
            if ((Words.TryGetValue(word, out var sign) ? CurrencyOf(sign, home) : CurrencyOf(word, home)) is { } named) return named;
        }

        return null;
    }

    /// <summary>The currency that a heading such as “Price (€)” names, where it is not the shop's.</summary>
    public static string? OtherInHeading(string heading, Currency home)
    {
        // In parentheses any sign, such as “(kr)”; elsewhere what is a currency only: a word in capitals may be “ALL” or “TOP”.
        var words = InParentheses().Matches(heading).Select(match => match.Groups[1].Value)
            .Concat(heading.Split([' ', '/', ':', '_', '-', ',']).Where(word => IsSymbol(word) || (word.All(char.IsAsciiLetterUpper) && Currency.TryOf(word) is not null)));
        return words.Select(word => CurrencyOf(word, home)).FirstOrDefault(code => code is not null && code != home.Code && IsCode(code));
    }

    /// <summary>Whether it is the code of a currency, one that no shop is kept in too.</summary>
    public static bool IsCode(string text) => Signs.TryGetValue(text, out var codes) && codes is [var code] && code.Equals(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether nothing stands there but the sign of a currency.</summary>
    public static bool IsNoneOrCurrency(ReadOnlySpan<char> beside) => beside.Trim(Beside) is var sign && (sign.IsEmpty || IsSymbol(sign) || Signs.ContainsKey(sign));

    /// <summary>Whether what stands before a number leaves it what it is: of “six 1” and “No. 12” nobody knows what they are worth.</summary>
    public static bool MayPrecede(ReadOnlySpan<char> before) => IsNoneOrCurrency(before) || before.Trim(Beside) is "x" or "X";

    /// <summary>Whether what stands behind a number makes more of it.</summary>
    public static bool IsMultiple(ReadOnlySpan<char> after) => Multiples.GetAlternateLookup<ReadOnlySpan<char>>().Contains(after.Trim(Beside));

    private static bool TryFind(ReadOnlySpan<char> sign, [NotNullWhen(true)] out string[]? codes)
    {
        if (Signs.TryGetValue(sign, out codes)) return true;
        if (!IsSymbol(sign)) return false;
        // “US $” and “CAD $”.
        var letters = sign[..^1].TrimEnd(Beside);
        return Signs.TryGetValue($"{letters}{sign[^1]}", out codes) || Signs.TryGetValue(letters, out codes);
    }

    [GeneratedRegex(@"[(\[]([^)\]]*)[)\]]")]
    private static partial Regex InParentheses();

    // “¢” is a part of one, and which currency's nobody knows.
    private static bool IsSymbol(ReadOnlySpan<char> sign) => !sign.IsEmpty && sign[^1] is not '¢' && char.GetUnicodeCategory(sign[^1]) == UnicodeCategory.CurrencySymbol;
}
