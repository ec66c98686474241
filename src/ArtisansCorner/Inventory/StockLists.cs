using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory.Counting;
using ArtisansCorner.Inventory.Purchasing;
using ArtisansCorner.Inventory.Reserving;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>The lists about what there is as CSV, with everything in them: amounts as decimal numbers in the shop's currency, moments on its clock, quantities beside their units.</summary>
public static class StockLists
{
    /// <summary>Routes under a shop.</summary>
    public static void MapStockListsApi(this IEndpointRouteBuilder shop)
    {
        var stock = shop.MapGroup("").WithTags("Inventory");
        stock.MapGet("/products.csv", Products).AsCsv("listProductsCsv", "Products with their variants");
        stock.MapGet("/stock/movements.csv", Movements).AsCsv("listMovementsCsv", "Everything that moved");
        stock.MapGet("/stock/places.csv", Places).AsCsv("listPlaceLevelsCsv", "How much of everything lies in each place");
        stock.MapGet("/stock/reservations.csv", Reservations).AsCsv("listReservationsCsv", "What is set aside");
        stock.MapGet("/stocktakes.csv", Stocktakes).AsCsv("listStocktakesCsv", "The counts, with what they found");
        stock.MapGet("/alerts.csv", Alerts).AsCsv("listAlertsCsv", "Every alert there was");
        PurchaseLists.MapApi(shop);
    }

    /// <summary>The same from the buttons of pages.</summary>
    internal static void MapPages(IEndpointRouteBuilder app)
    {
        app.MapGet("/{shop}/inventory/products.csv", Products).AsCsvPage();
        app.MapGet("/{shop}/inventory/movements.csv", Movements).AsCsvPage();
        app.MapGet("/{shop}/inventory/places.csv", Places).AsCsvPage();
        app.MapGet("/{shop}/inventory/set-aside.csv", Reservations).AsCsvPage();
        app.MapGet("/{shop}/inventory/counts.csv", Stocktakes).AsCsvPage();
        app.MapGet("/{shop}/inventory/alerts.csv", Alerts).AsCsvPage();
        PurchaseLists.MapPages(app);
    }

    private static async Task<IResult> Products(ProductQueries products, MakerQuery makers, CurrentShop current, CancellationToken cancel)
    {
        var currency = current.Facts.Currency;
        var names = (await makers.ListAsync(cancel)).ToDictionary(maker => maker.Id, maker => maker.Name);
        return CsvPages.Download(
            Name(current, "products"), ["Product", "Offered", "Made by", "Category", "Tags", "Variant", "Code", "Barcode", $"Price ({currency.Code})", "Low at"],
            async after => (await products.ListAsync(null, null, after, CsvPages.RowsAtOnce, cancel)).Each(product => product.Variants.Select(variant => (Of: product, Variant: variant))),
            row =>
            [
                row.Of.Name, ProductWords.Of(row.Of.Status), row.Of.MakerId is { } maker ? names.GetValueOrDefault(maker) : null, row.Of.Category, string.Join(", ", row.Of.Tags), row.Variant.Title, row.Variant.Sku, row.Variant.Barcode,
                CsvText.Amount(row.Variant.Price, currency), CsvText.Number(row.Variant.Threshold),
            ],
            cancel);
    }

    private static async Task<IResult> Movements(MovementQuery movements, MeasuredItems items, CurrentShop current, CancellationToken cancel)
    {
        var (currency, zone, named) = (current.Facts.Currency, current.Facts.Zone, await items.EveryAsync(cancel));
        return CsvPages.Download(
            Name(current, "movements"), ["Day", "Time", "Name", "Code", "Place", "Reason", "Quantity", "Unit", $"Value ({currency.Code})", $"Trued up ({currency.Code})", "Taken back", "Movement"],
            after => movements.ListAsync(StockOf.Everything, after, CsvPages.RowsAtOnce, cancel),
            row =>
            [
                CsvText.Day(row.Day), CsvText.Moment(row.At, zone), named[row.VariantId].Name, named[row.VariantId].Sku, row.Location, row.Reason.ToString(), CsvText.Number(row.Quantity), row.Unit,
                CsvText.Amount(row.Value, currency), CsvText.Amount(row.TrueUp, currency), row.IsTakenBack ? "yes" : null, row.Id.ToString(),
            ],
            cancel);
    }

    private static async Task<IResult> Places(AppDb db, MeasuredItems items, CurrentShop current, CancellationToken cancel)
    {
        var named = await items.EveryAsync(cancel);
        return CsvPages.Download(
            Name(current, "places"), ["Place", "Name", "Code", "Quantity", "Unit", "Low at"],
            async () => (IReadOnlyList<(string Place, PlaceLevel Level)>)
            [
                .. (await db.PlaceLevels.AsNoTracking().Join(db.Locations, level => level.LocationId, place => place.Id, (level, place) => new { place.Name, level }).ToListAsync(cancel))
                    .OrderBy(row => row.Name, StringComparer.OrdinalIgnoreCase).ThenBy(row => named[row.level.VariantId].Name, StringComparer.OrdinalIgnoreCase).ThenBy(row => row.level.VariantId).Select(row => (row.Name, row.level)),
            ],
            row =>
            {
                var item = named[row.Level.VariantId];
                return [row.Place, item.Name, item.Sku, CsvText.Number(item.Quantity(row.Level.OnHand)), item.Unit?.Code, row.Level.Threshold is { } low ? CsvText.Number(item.Quantity(low)) : null];
            },
            cancel);
    }

    private static IResult Reservations(ReservationQuery reservations, CurrentShop current, CancellationToken cancel) => CsvPages.Download(
        Name(current, "set aside"), ["Name", "Code", "Quantity", "Unit", "For", "Wanted by", "Set aside on"], () => reservations.OpenAsync(StockOf.Everything, cancel),
        one => [one.Name, one.Sku, CsvText.Number(one.Quantity), one.Unit, one.Reason, one.WantedOn is { } day ? CsvText.Day(day) : null, CsvText.Moment(one.RecordedAt, current.Facts.Zone)], cancel);

    private static IResult Stocktakes(StocktakeQuery stocktakes, CurrentShop current, CancellationToken cancel)
    {
        var (currency, zone) = (current.Facts.Currency, current.Facts.Zone);
        return CsvPages.Download(
            Name(current, "counts"), ["Begun", "Finished", "Place", "What", "State", "Name", "Code", "Expected", "Counted", "Difference", "Unit", $"Value of the difference ({currency.Code})"],
            () => stocktakes.EveryLineAsync(cancel),
            row =>
            [
                CsvText.Moment(row.Count.StartedAt, zone), CsvText.Moment(row.Count.FinishedAt, zone), row.Count.Location, StocktakeWords.Of(row.Count.Kind), StocktakeWords.Of(row.Count.State), row.Line.Name, row.Line.Sku,
                CsvText.Number(row.Line.Expected), CsvText.Number(row.Line.Counted), CsvText.Number(row.Line.Difference), row.Line.Unit, CsvText.Amount(row.Line.Variance, currency),
            ],
            cancel);
    }

    private static IResult Alerts(AlertQuery alerts, CurrentShop current, CancellationToken cancel)
    {
        var zone = current.Facts.Zone;
        return CsvPages.Download(
            Name(current, "alerts"), ["Raised", "Resolved", "Quiet until", "Name", "Variant", "Code", "Place", "State", "Quantity", "Low at", "Unit"], after => alerts.ListAsync(all: true, after, CsvPages.RowsAtOnce, cancel),
            alert =>
            [
                CsvText.Moment(alert.RaisedAt, zone), CsvText.Moment(alert.ResolvedAt, zone), CsvText.Moment(alert.SnoozedUntil, zone), alert.Product, alert.Title, alert.Sku, alert.Location, alert.Kind.ToString(),
                CsvText.Number(alert.OnHand), CsvText.Number(alert.Threshold), alert.Unit,
            ],
            cancel);
    }

    private static string Name(CurrentShop current, string what) => $"{current.Facts.Slug} {what}.csv";
}
