using System.Net;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Joining;
using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats.Etsy;

/// <summary>What the cells of Etsy's files have in common.</summary>
internal static class EtsyCells
{
    /// <summary>The channel they tell of.</summary>
    public const string Channel = "Etsy";

    private const int LongestPlace = 100;
    private const int LongestPostcode = 20;

    /// <summary>Why a row cannot be told apart by a cell; nothing when it can.</summary>
    public static Rejection? WrongNumber(CsvRows row, int column, Headings headings) =>
        row[column].IsEmpty ? CellCheck.Rejected(row, column, headings, Reasons.NoNumber)
        : row[column].Length > CellCheck.LongestNumber ? CellCheck.Rejected(row, column, headings, Reasons.TooLong) : null;

    /// <summary>The amounts in some cells, nothing counting as 0; or why one of them is wrong. Only the first few may be negative.</summary>
    public static Rejection? Amounts(CsvRows row, CellCheck check, Headings headings, ReadOnlySpan<int> columns, out long[] amounts, int canBeNegative = 0)
    {
        amounts = new long[columns.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            if (!check.TryMinor(row, columns[i], out var amount)) return CellCheck.Rejected(row, columns[i], headings, check.NoAmount(row[columns[i]]));
            if (amount < 0 && i >= canBeNegative) return CellCheck.Rejected(row, columns[i], headings, Reasons.NegativeAmount);
            amounts[i] = amount ?? 0;
        }

        return null;
    }

    /// <summary>Who bought: “Ada Byron (ada1815)” names both, “ada1815” the account, “Ada Byron” only the person.</summary>
    public static ToldBuyer Buyer(CsvRows row, int buyer, int name, int country, int region, int city, int postcode, string? user = null)
    {
        var text = row[buyer];
        var open = text.IsEmpty || text[^1] != ')' ? -1 : text.LastIndexOf('(');
        var account = open >= 0 && open < text.Length - 2 ? text[(open + 1)..^1] : text.Contains(' ') ? [] : text;
        var person = row[name].IsEmpty ? open > 0 ? text[..open].Trim() : text : row[name];
        return new ToldBuyer(user ?? Kept(account, CellCheck.LongestNumber), Kept(person, LongestPlace), Kept(row[country], CellCheck.LongestCountry), Kept(row[region], LongestPlace), Kept(row[city], LongestPlace), Kept(row[postcode], LongestPostcode));
    }

    private static string? Kept(ReadOnlySpan<char> text, int longest) => text.IsEmpty || text.Length > longest ? null : WebUtility.HtmlDecode(text.ToString());
}
