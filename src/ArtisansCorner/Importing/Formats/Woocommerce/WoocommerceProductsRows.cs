using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats.Woocommerce;

/// <summary>Understands the rows of WooCommerce's products, one after the other; a variation may stand before what it is a variation of.</summary>
internal sealed class WoocommerceProductsRows
{
    // Of a parent that has a code WooCommerce writes the code, else its number: by that its rows are of one round.
    private const string Variation = "variation";
    private readonly Headings headings;
    private readonly WoocommerceProductsColumns columns;
    private readonly CellCheck check;
    private readonly ImportDraft draft;
    private readonly DraftItems items;
    private readonly Dictionary<string, DraftItem> parents = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(int Row, string Parent, string Name, DraftVariant Variant)> variations = [];

    /// <summary>Begins with a draft.</summary>
    public WoocommerceProductsRows(Headings headings, WoocommerceProductsColumns columns, CellCheck check, ImportDraft draft)
    {
        (this.headings, this.columns, this.check, this.draft) = (headings, columns, check, draft);
        // Before the products are looked at as wholes.
        draft.AtEnd.Add(PutUnderParents);
        items = new DraftItems(draft);
    }

    /// <summary>Adds the row to the draft, or rejects it.</summary>
    public void Read(CsvRows row)
    {
        var cells = new ItemCells(headings, check, row);
        // “simple, virtual”: the first word says it.
        var type = cells.Text(columns.Type).Split(',')[0].Trim().ToLowerInvariant();
        var (id, sku, name) = (cells.Text(columns.Id), cells.Sku(columns.Sku), cells.Text(columns.Name));
        if (type == "grouped" || !items.Holds(type == Variation ? cells.Text(columns.Parent) : sku ?? $"id:{id}")) return;
        if (name.Length == 0) cells.Reject(columns.Name, Reasons.NoName);
        var variant = new DraftVariant
        {
            Title = type == Variation ? string.Join(", ", columns.Attributes.Select(cells.Text).Where(value => value.Length > 0)) : "", Sku = sku, Price = cells.Amount(columns.Price),
            Barcode = cells.Barcode(columns.Barcode), Quantity = cells.Pieces(columns.Stock), Threshold = cells.Pieces(columns.Low), UnitCost = cells.Amount(columns.Cost),
        };
        if (cells.Wrong is { } wrong)
        {
            draft.Rejections.Add(wrong);
            return;
        }

        if (type == Variation)
        {
            variations.Add((row.Number, cells.Text(columns.Parent), name, variant));
            return;
        }

        var item = items.Of($"id:{id}", row.Number, name);
        item.Description = PlainText.Of(row[columns.Description]) ?? PlainText.Of(row[columns.ShortDescription]);
        item.Category = DraftItems.Category(cells.Text(columns.Categories));
        item.Tags = DraftItems.Tags(cells.Text(columns.Tags));
        parents[$"id:{id}"] = item;
        if (sku is not null) parents[sku] = item;
        // What can be chosen has prices and pieces; of a variable product that is its variations alone.
        if (type != "variable") Add(row.Number, item, variant);
    }

    private void PutUnderParents()
    {
        foreach (var (row, parent, name, variant) in variations) Add(row, parents.GetValueOrDefault(parent) ?? items.Of($"variation:{row}", row, name), variant);
        var wrong = draft.Rejections.Select(one => one.Row).ToHashSet();
        foreach (var empty in parents.Values.Distinct().Where(item => item.Variants.Count == 0 && !wrong.Contains(item.Row))) draft.Rejections.Add(new Rejection(empty.Row, Reasons.NoVariation));
    }

    private void Add(int row, DraftItem item, DraftVariant variant)
    {
        if (items.Add(item, variant) is { } reason) draft.Rejections.Add(new Rejection(row, reason, headings.Names[columns.Sku], variant.Sku));
    }
}
