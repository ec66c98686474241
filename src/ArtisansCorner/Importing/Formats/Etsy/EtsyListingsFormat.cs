using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Formats.Etsy;

/// <summary>
/// Etsy's “Currently for sale listings”: a row is a listing, its variations are lists in cells. The file has one price and one number of pieces for all
/// of them, so pieces are known only where there is nothing to choose.
/// </summary>
internal sealed class EtsyListingsFormat : IFormat
{
    private const int Confidence = 98;

    public string Key => "etsy-listings";

    public string Name => "Etsy listings";

    public string Needs => "TITLE, PRICE, CURRENCY_CODE, QUANTITY and TAGS";

    public int Order => IFormat.Catalog;

    public InRounds Rounds => InRounds.BeforeSales;

    public FormatMatch Match(Headings headings)
    {
        var columns = new EtsyListingsColumns(headings);
        return columns.Title < 0 || columns.Price < 0 || columns.Currency < 0 || columns.Quantity < 0 || (columns.Tags < 0 && columns.Materials < 0) ? default
            : new FormatMatch(Confidence, "It has the title, price, currency, number and tags of an Etsy listing in each row.");
    }

    public IReadOnlyList<int> DateColumns(Headings headings) => [];

    public IReadOnlyList<int> AmountColumns(Headings headings) => [new EtsyListingsColumns(headings).Price];

    public Action<CsvRows> Open(Headings headings, FileHabits habits, ShopFacts shop, ImportDraft draft)
    {
        var (columns, check, items) = (new EtsyListingsColumns(headings), new CellCheck(habits, shop), new DraftItems(draft));
        return row => Read(row, columns, check, headings, items, draft);
    }

    private static void Read(CsvRows row, EtsyListingsColumns columns, CellCheck check, Headings headings, DraftItems items, ImportDraft draft)
    {
        var cells = new ItemCells(headings, check, row);
        var title = cells.Text(columns.Title);
        var choices = Choices(cells.Text(columns.Values1), cells.Text(columns.Values2));
        var codes = Codes(row[columns.Sku].ToString(), choices.Count);
        // Two listings may bear one title; what has a code of its own is a thing of its own.
        var key = codes is [var first, ..] ? first : title;
        if (!items.Holds(key)) return;
        var (price, pieces) = (cells.Amount(columns.Price), cells.Pieces(columns.Quantity));
        if (title.Length == 0) cells.Reject(columns.Title, Reasons.NoName);
        if (check.IsOtherCurrency(row, columns.Currency)) cells.Reject(columns.Currency, Reasons.OtherCurrency);
        if (codes.Any(code => code.Length > CellCheck.LongestSku)) cells.Reject(columns.Sku, Reasons.TooLong);
        if (cells.Wrong is { } wrong)
        {
            draft.Rejections.Add(wrong);
            return;
        }

        var item = items.Of(key, row.Number, title);
        item.Description ??= PlainText.Of(row[columns.Description]);
        item.Tags = DraftItems.Tags(cells.Text(columns.Tags).Replace('_', ' '));
        foreach (var (index, choice) in choices.Index())
        {
            var variant = new DraftVariant { Title = choice, Sku = codes.Count == choices.Count ? codes[index] : null, Price = price, Quantity = choices.Count == 1 ? pieces : null };
            if (items.Add(item, variant) is not { } reason) continue;
            draft.Rejections.Add(CellCheck.Rejected(row, columns.Sku, headings, reason));
            return;
        }
    }

    private static List<string> Choices(string first, string second)
    {
        var (ones, twos) = (Split(first), Split(second));
        return ones.Count == 0 ? (twos.Count == 0 ? [""] : twos) : twos.Count == 0 ? ones : [.. ones.SelectMany(one => twos.Select(two => $"{one}, {two}"))];
    }

    // One code for each choice, in their order; one code for all of several says nothing of them.
    private static List<string> Codes(string text, int choices) => text.Length == 0 ? [] : choices == 1 ? [text] : Split(text) is { } some && some.Count == choices ? some : [];

    private static List<string> Split(string text) => [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
