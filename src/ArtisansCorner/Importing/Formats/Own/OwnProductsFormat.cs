using ArtisansCorner.Catalog;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Formats.Own;

/// <summary>Our own format of products, documented in docs/user-guide/templates.md: one row for each variant; rows of one name are one product.</summary>
internal sealed class OwnProductsFormat : IMappable
{
    public string Key => "products";

    public string Name => "Products in our own format";

    public string Things => "a product, or one choice of it";

    public IReadOnlyList<MapField> Fields => OwnProductsFields.All;

    public string Needs => "name and price, and no date";

    public int Order => IFormat.Catalog;

    public InRounds Rounds => InRounds.BeforeSales;

    public FormatMatch Match(Headings headings)
    {
        var columns = new OwnProductsColumns(headings);
        // What has a day is a list of what happened, not of what there is.
        if (columns.Name < 0 || columns.Price < 0 || (!((IMappable)this).IsSaidOf(headings) && headings.Find("date", "order date", "sale date", "sold at", "sold on", "day") >= 0)) return default;
        var named = headings.Names.Count(name => !string.IsNullOrWhiteSpace(name));
        return new FormatMatch(Math.Min(96, 100 * columns.Count / Math.Max(1, named)), $"{columns.Count} of its {named} columns are columns of our format of products.");
    }

    public IReadOnlyList<int> DateColumns(Headings headings) => [];

    public IReadOnlyList<int> AmountColumns(Headings headings) => [new OwnProductsColumns(headings).Price, new OwnProductsColumns(headings).Cost];

    public Action<CsvRows> Open(Headings headings, FileHabits habits, ShopFacts shop, ImportDraft draft)
    {
        var (columns, check, items) = (new OwnProductsColumns(headings), new CellCheck(habits, shop), new DraftItems(draft));
        return row => Read(row, columns, check, headings, items, draft);
    }

    private static void Read(CsvRows row, OwnProductsColumns columns, CellCheck check, Headings headings, DraftItems items, ImportDraft draft)
    {
        var cells = new ItemCells(headings, check, row);
        var name = cells.Text(columns.Name);
        if (!items.Holds(name)) return;
        if (name.Length == 0) cells.Reject(columns.Name, Reasons.NoName);
        if (check.NamesOtherCurrency(row, columns.Currency)) cells.Reject(columns.Currency, Reasons.OtherCurrency);
        if (row[columns.Price].IsEmpty) cells.Reject(columns.Price, Reasons.NoPrice);
        var status = StatusOf(cells.Text(columns.Offered));
        if (status is null && !row[columns.Offered].IsEmpty) cells.Reject(columns.Offered, Reasons.BadStatus);
        var variant = new DraftVariant
        {
            Title = cells.Text(columns.Variant), Sku = cells.Sku(columns.Sku), Price = cells.Amount(columns.Price), Barcode = cells.Barcode(columns.Barcode), Threshold = cells.Pieces(columns.Low),
            Quantity = cells.Pieces(columns.Quantity), UnitCost = cells.Amount(columns.Cost),
        };
        if (cells.Wrong is { } wrong)
        {
            draft.Rejections.Add(wrong);
            return;
        }

        var item = items.Of(name, row.Number, name);
        item.Category ??= DraftItems.Category(cells.Text(columns.Category));
        if (item.Tags.Count == 0) item.Tags = DraftItems.Tags(cells.Text(columns.Tags).Replace(';', ','));
        item.Status ??= status;
        item.Description ??= PlainText.Of(row[columns.Description]);
        item.Maker ??= DraftItems.Maker(cells.Text(columns.Maker));
        if (items.Add(item, variant) is { } reason) draft.Rejections.Add(CellCheck.Rejected(row, columns.Sku, headings, reason));
    }

    private static ProductStatus? StatusOf(string text) => text.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal) switch
    {
        "active" or "from the shelf" => ProductStatus.Active,
        "made to order" => ProductStatus.MadeToOrder,
        "one of a kind" => ProductStatus.OneOfAKind,
        "retired" or "archived" => ProductStatus.Retired,
        _ => null,
    };
}
