using ArtisansCorner.Catalog;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Formats.Shopify;

/// <summary>
/// Shopify's products, of both generations: rows with one handle are one product, of which only the first says what it is called;
/// a row without code, price and choice adds a picture and nothing else. Gift cards are no goods.
/// </summary>
internal sealed class ShopifyProductsFormat : IFormat
{
    private const string NoChoice = "Default Title";
    private const int Confidence = 97;

    public string Key => "shopify-products";

    public string Name => "Shopify products";

    public string Needs => "Handle or URL handle, Title, and Variant Price or Price";

    public int Order => IFormat.Catalog;

    public InRounds Rounds => InRounds.BeforeSales;

    public FormatMatch Match(Headings headings)
    {
        var columns = new ShopifyProductsColumns(headings);
        return columns.Handle < 0 || columns.Title < 0 || columns.Price < 0 ? default
            : new FormatMatch(Confidence, "It has Shopify's handle of a product, its title and a price in each row.");
    }

    public IReadOnlyList<int> DateColumns(Headings headings) => [];

    public IReadOnlyList<int> AmountColumns(Headings headings) => [new ShopifyProductsColumns(headings).Price, new ShopifyProductsColumns(headings).Cost];

    public Action<CsvRows> Open(Headings headings, FileHabits habits, ShopFacts shop, ImportDraft draft)
    {
        var (columns, check, items) = (new ShopifyProductsColumns(headings), new CellCheck(habits, shop), new DraftItems(draft));
        return row => Read(row, columns, check, headings, items, draft);
    }

    private static void Read(CsvRows row, ShopifyProductsColumns columns, CellCheck check, Headings headings, DraftItems items, ImportDraft draft)
    {
        var cells = new ItemCells(headings, check, row);
        var (handle, title) = (cells.Text(columns.Handle), cells.Text(columns.Title));
        if (!items.Holds(handle)) return;
        if (handle.Length == 0) cells.Reject(columns.Handle, Reasons.NoName);
        var choice = string.Join(", ", columns.Options.Select(cells.Text).Where(option => option.Length > 0));
        var (sku, price) = (cells.Sku(columns.Sku), cells.Amount(columns.Price));
        var known = items.Find(handle);
        if (IsYes(row[columns.GiftCard]) || (known is not null && sku is null && price is null && choice.Length == 0)) return;
        if (known is null && title.Length == 0) cells.Reject(columns.Title, Reasons.NoName);
        var variant = new DraftVariant
        {
            Title = choice == NoChoice ? "" : choice, Sku = sku, Price = price, Barcode = cells.Barcode(columns.Barcode), Quantity = cells.Pieces(columns.Quantity), UnitCost = cells.Amount(columns.Cost),
        };
        if (cells.Wrong is { } wrong)
        {
            draft.Rejections.Add(wrong);
            return;
        }

        var item = known ?? items.Of(handle, row.Number, title);
        if (known is null)
        {
            item.Category = DraftItems.Category(row[columns.Type].IsEmpty ? cells.Text(columns.Category) : cells.Text(columns.Type));
            item.Description = PlainText.Of(row[columns.Description]);
            item.Maker = DraftItems.Maker(cells.Text(columns.Vendor));
            item.Tags = DraftItems.Tags(cells.Text(columns.Tags));
            item.Status = row[columns.Status].Equals("archived", StringComparison.OrdinalIgnoreCase) ? ProductStatus.Retired : null;
        }

        if (items.Add(item, variant) is { } reason) draft.Rejections.Add(CellCheck.Rejected(row, columns.Sku, headings, reason));
    }

    private static bool IsYes(ReadOnlySpan<char> cell) => cell.Equals("true", StringComparison.OrdinalIgnoreCase) || cell.Equals("yes", StringComparison.OrdinalIgnoreCase);
}
