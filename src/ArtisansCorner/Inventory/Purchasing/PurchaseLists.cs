using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;

namespace ArtisansCorner.Inventory.Purchasing;

/// <summary>The lists about buying as CSV.</summary>
internal static class PurchaseLists
{
    public static void MapApi(IEndpointRouteBuilder shop)
    {
        var buying = shop.MapGroup("").WithTags("Purchasing");
        buying.MapGet("/suppliers.csv", Suppliers).AsCsv("listSuppliersCsv", "Who goods are bought from");
        buying.MapGet("/purchases.csv", Purchases).AsCsv("listPurchasesCsv", "What was ordered, line by line");
        buying.MapGet("/reorder.csv", ToOrder).AsCsv("listReorderCsv", "What to order now");
    }

    public static void MapPages(IEndpointRouteBuilder app)
    {
        app.MapGet("/{shop}/inventory/suppliers.csv", Suppliers).AsCsvPage();
        app.MapGet("/{shop}/inventory/purchases.csv", Purchases).AsCsvPage();
        app.MapGet("/{shop}/inventory/reorder.csv", ToOrder).AsCsvPage();
    }

    private static IResult Suppliers(PurchaseQuery purchases, CurrentShop current, CancellationToken cancel) => CsvPages.Download(
        Name(current, "suppliers"), ["Supplier", "E-mail", "Days to arrive", "Notes", "In use"], () => purchases.SuppliersAsync(all: true, cancel),
        supplier => [supplier.Name, supplier.Email, CsvText.Number(supplier.LeadDays), supplier.Notes, supplier.PutAwayAt is null ? "yes" : "no"], cancel);

    private static IResult Purchases(PurchaseQuery purchases, CurrentShop current, CancellationToken cancel)
    {
        var currency = current.Facts.Currency;
        return CsvPages.Download(
            Name(current, "orders"),
            [
                "Order", "Ordered", "Expected", "Supplier", "Their number", "State", "Name", "Code", "Quantity", "Unit", $"Cost ({currency.Code})", $"Cost here ({currency.Code})", "Came", "To come",
                $"Freight of the order ({currency.Code})", $"Tax of the order ({currency.Code})", $"Discount of the order ({currency.Code})", "Note",
            ],
            async after => (await purchases.ListAsync(awaited: false, null, after, CsvPages.RowsAtOnce, cancel)).Each(order => order.Lines.Select(line => (Of: order, Line: line))),
            row =>
            [
                CsvText.Number(row.Of.Number), CsvText.Day(row.Of.OrderedOn), row.Of.ExpectedOn is { } day ? CsvText.Day(day) : null, row.Of.Supplier, row.Of.Reference, PurchaseWords.Of(row.Of.State), row.Line.Name, row.Line.Sku,
                CsvText.Number(row.Line.Quantity), row.Line.Unit, CsvText.Amount(row.Line.Cost, currency), CsvText.Amount(row.Line.LandedCost, currency), CsvText.Number(row.Line.Received), CsvText.Number(row.Line.Incoming),
                CsvText.Amount(row.Of.Freight, currency), CsvText.Amount(row.Of.Tax, currency), CsvText.Amount(row.Of.Discount, currency), row.Of.Note,
            ],
            cancel);
    }

    private static IResult ToOrder(ReorderQuery reorder, CurrentShop current, CancellationToken cancel)
    {
        var currency = current.Facts.Currency;
        return CsvPages.Download(
            Name(current, "to order"), ["Supplier", "Name", "Code", "There is", "On its way", "Set aside", "Leaves a day", "Days to arrive", "Order at", "Order", "Unit", $"Cost as last paid ({currency.Code})"], () => reorder.RunAsync(cancel),
            item =>
            [
                item.Supplier, item.Name, item.Sku, CsvText.Number(item.OnHand), CsvText.Number(item.Incoming), CsvText.Number(item.Committed), CsvText.Number(item.PerDay), CsvText.Number(item.LeadDays), CsvText.Number(item.Point),
                CsvText.Number(item.Quantity), item.Unit, item.Cost is { } cost ? CsvText.Amount(cost, currency) : null,
            ],
            cancel);
    }

    private static string Name(CurrentShop current, string what) => $"{current.Facts.Slug} {what}.csv";
}
