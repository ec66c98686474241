using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Formats.Shopify;

/// <summary>
/// Shopify's orders export: an order is several rows, one for each thing, of which only the first says what the order comes to.
/// Subtotal = Σ quantity × price − discount; what was given back is one amount, without a day.
/// </summary>
internal sealed class ShopifyOrdersFormat : IFormat
{
    private const int Confidence = 98;

    public string Key => "shopify-orders";

    public string Name => "Shopify orders";

    public string Needs => "Name, Created at, Subtotal, Total, Lineitem quantity, Lineitem name and Lineitem price";

    public FormatMatch Match(Headings headings)
    {
        var columns = new ShopifyOrdersColumns(headings);
        return columns.Needed.Any(column => column < 0) ? default : new FormatMatch(Confidence, "It has Shopify's order name, its line items and what the order comes to.");
    }

    public IReadOnlyList<int> DateColumns(Headings headings) => [new ShopifyOrdersColumns(headings).Created];

    public IReadOnlyList<int> AmountColumns(Headings headings) => [new ShopifyOrdersColumns(headings).Price, new ShopifyOrdersColumns(headings).Total];

    public int? OrderColumn(Headings headings) => new ShopifyOrdersColumns(headings).Order;

    public Action<CsvRows> Open(Headings headings, FileHabits habits, ShopFacts shop, ImportDraft draft)
    {
        var rows = new ShopifyOrdersRows(headings, new ShopifyOrdersColumns(headings), new CellCheck(habits, shop), draft);
        // Of several exports in one upload, the first looks at the orders of all.
        if (draft.Shared<ShopifyTotals.Known>().Begin()) draft.WhenWhole.Add(rows.Finish);
        return rows.Read;
    }
}
