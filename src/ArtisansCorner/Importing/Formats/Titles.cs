using System.Net;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats;

/// <summary>Names what a row sold, as platforms write it.</summary>
internal static class Titles
{
    /// <summary>Puts product and title into a line: by its code where it has one, entities turned into letters, with what was chosen behind a comma.</summary>
    public static void Name(ImportDraft draft, ref DraftLine line, ReadOnlySpan<char> sku, ReadOnlySpan<char> title, ReadOnlySpan<char> chosen, bool isRefund)
    {
        line.Product = draft.Products.Of(sku);
        var whole = chosen.IsEmpty ? title.ToString() : $"{title}, {chosen}";
        line.Title = draft.Text(CellCheck.Shortened(whole.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(whole) : whole));
        if (line.Product >= 0) draft.Products.Hear(line.Product, line.Title, isRefund ? null : line.UnitPrice);
    }

    /// <summary>Why a row cannot be named or numbered; nothing when it can.</summary>
    public static Rejection? Wrong(CsvRows row, Headings headings, int number, int sku, int title)
    {
        if (row.HasMoreCellsThanHeadings) return new Rejection(row.Number, Reasons.TooManyCells);
        if (row[number].IsEmpty) return new Rejection(row.Number, Reasons.NoNumber);
        if (CellCheck.RefuseTexts(row, headings, (number, CellCheck.LongestNumber), (sku, CellCheck.LongestSku), (title, int.MaxValue)) is { } text) return text;
        return row[sku].IsEmpty && row[title].IsEmpty ? CellCheck.Rejected(row, title, headings, Reasons.NoProduct) : null;
    }
}
