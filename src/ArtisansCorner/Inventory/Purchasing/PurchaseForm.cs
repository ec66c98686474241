using System.Globalization;
using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Inventory.Purchasing;

/// <summary>A purchase as it is being typed, every text as it was typed.</summary>
public sealed class PurchaseForm
{
    private const int FirstLines = 3;
    private const int MostLines = 200;

    /// <summary>Which button was pressed: “save”, “arrived”, “line” for one more, “remove:” with a place.</summary>
    public string? Do { get; set; }

    /// <summary>Made with the form, so that sending it twice makes one purchase.</summary>
    public Guid Token { get; set; }

    /// <summary>The version that is changed.</summary>
    public int Version { get; set; }

    /// <summary>The supplier, by its id.</summary>
    public string? Supplier { get; set; }

    /// <summary>When it was ordered.</summary>
    public string? OrderedOn { get; set; }

    /// <summary>When it should arrive.</summary>
    public string? ExpectedOn { get; set; }

    /// <summary>The supplier's number.</summary>
    public string? Reference { get; set; }

    /// <summary>What carrying it costs.</summary>
    public string? Freight { get; set; }

    /// <summary>Tax that does not come back.</summary>
    public string? Tax { get; set; }

    /// <summary>What is taken off.</summary>
    public string? Discount { get; set; }

    /// <summary>What is to be remembered.</summary>
    public string? Note { get; set; }

    /// <summary>What is bought.</summary>
    // The form's binder sets what was not sent to null.
    public List<PurchaseFormLine> Lines { get; set => field = value ?? []; } = [];

    /// <summary>A form to order these things, or an empty one.</summary>
    public static PurchaseForm Empty(DateOnly today, IReadOnlyList<ReorderItem> wanted, Currency currency) => new()
    {
        Token = Guid.CreateVersion7(), OrderedOn = CsvText.Day(today), Supplier = wanted is [var first, ..] ? first.SupplierId?.ToString() : null,
        Lines = wanted.Count == 0 ? [.. Enumerable.Range(0, FirstLines).Select(_ => new PurchaseFormLine())] : [.. wanted.Select(item => new PurchaseFormLine
        {
            Item = item.VariantId.ToString(), Quantity = item.Quantity.ToString(CultureInfo.InvariantCulture), Unit = item.Unit, Cost = item.Cost is { } cost ? CsvText.Amount(cost, currency) : null,
        })],
    };

    /// <summary>The form of a purchase that is there.</summary>
    public static PurchaseForm For(PurchaseItem purchase, Currency currency) => new()
    {
        Version = purchase.Version, Supplier = purchase.SupplierId?.ToString(), OrderedOn = CsvText.Day(purchase.OrderedOn), ExpectedOn = purchase.ExpectedOn is { } day ? CsvText.Day(day) : null,
        Reference = purchase.Reference, Note = purchase.Note, Freight = Amount(purchase.Freight, currency), Tax = Amount(purchase.Tax, currency), Discount = Amount(purchase.Discount, currency),
        Lines = [.. purchase.Lines.Select(line => new PurchaseFormLine
        {
            Item = line.VariantId.ToString(), Quantity = line.Quantity.ToString(CultureInfo.InvariantCulture), Unit = line.Unit, Cost = CsvText.Amount(line.Cost, currency),
        })],
    };

    /// <summary>Does what the button said to the lines.</summary>
    public void Press()
    {
        if (Do == "line" && Lines.Count < MostLines) Lines.Add(new PurchaseFormLine());
        else if (Do?.Split(':') is ["remove", var place] && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < Lines.Count && Lines.Count > 1)
            Lines.RemoveAt(index);
    }

    /// <summary>The purchase that it says, and what in it cannot be read; lines left empty are none.</summary>
    public (NewPurchase Purchase, List<Problem> Problems) Read(ShopFacts shop, IReadOnlyList<MeasuredItem> items)
    {
        var reader = new FormReader(shop.Currency);
        Lines.RemoveAll(line => string.IsNullOrWhiteSpace(line.Item) && string.IsNullOrWhiteSpace(line.Quantity) && string.IsNullOrWhiteSpace(line.Cost));
        var lines = Lines.Index().Select(line => LineOf(line.Item, $"Lines[{line.Index}].", reader, items)).ToList();
        return (new NewPurchase(
            lines, Guid.TryParse(Supplier, out var supplier) ? supplier : null, reader.Day(OrderedOn, nameof(OrderedOn)), reader.Day(ExpectedOn, nameof(ExpectedOn)), Reference,
            reader.Money(Freight, nameof(Freight)) ?? 0, reader.Money(Tax, nameof(Tax)) ?? 0, reader.Money(Discount, nameof(Discount)) ?? 0, Note), reader.Problems);
    }

    private static NewPurchaseLine LineOf(PurchaseFormLine line, string field, FormReader reader, IReadOnlyList<MeasuredItem> items)
    {
        var item = Guid.TryParse(line.Item, out var id) ? items.FirstOrDefault(one => one.VariantId == id) : null;
        if (item is null) reader.Problems.Add(new("item_missing", "Which one?", field + "Item"));
        if (string.IsNullOrWhiteSpace(line.Cost)) reader.Problems.Add(new("cost_missing", "What does all of it cost?", field + "Cost"));
        return new NewPurchaseLine(
            item?.Unit is null ? null : item.VariantId, item?.Unit is null ? item?.VariantId : null, null, reader.Quantity(line.Quantity, field + "Quantity") ?? 0,
            string.IsNullOrWhiteSpace(line.Unit) ? null : line.Unit, reader.Money(line.Cost, field + "Cost") ?? 0);
    }

    private static string? Amount(long minor, Currency currency) => minor == 0 ? null : CsvText.Amount(minor, currency);
}

/// <summary>A line of a purchase as it is being typed.</summary>
public sealed class PurchaseFormLine
{
    /// <summary>What is bought, by the id of the variant or material.</summary>
    public string? Item { get; set; }

    /// <summary>How much.</summary>
    public string? Quantity { get; set; }

    /// <summary>In which unit; empty: pieces, or the unit the material is bought in.</summary>
    public string? Unit { get; set; }

    /// <summary>What all of it costs.</summary>
    public string? Cost { get; set; }
}
