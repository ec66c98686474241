using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;

namespace ArtisansCorner.Making;

/// <summary>The lists about making as CSV, with everything in them: amounts as decimal numbers in the shop's currency, moments on its clock, quantities beside their units.</summary>
public static class MakingLists
{
    /// <summary>Routes under a shop.</summary>
    public static void MapMakingListsApi(this IEndpointRouteBuilder shop)
    {
        var making = shop.MapGroup("").WithTags("Making");
        making.MapGet("/materials.csv", Materials).AsCsv("listMaterialsCsv", "What is used up");
        making.MapGet("/recipes.csv", Recipes).AsCsv("listRecipesCsv", "Recipes, part by part");
        making.MapGet("/batches.csv", Batches).AsCsv("listBatchesCsv", "What was made, when, and what it cost");
    }

    /// <summary>The same from the buttons of pages.</summary>
    internal static void MapPages(IEndpointRouteBuilder app)
    {
        app.MapGet("/{shop}/making/materials.csv", Materials).AsCsvPage();
        app.MapGet("/{shop}/making/recipes.csv", Recipes).AsCsvPage();
        app.MapGet("/{shop}/making/batches.csv", Batches).AsCsvPage();
    }

    private static IResult Materials(MaterialQuery materials, CurrentShop current, CancellationToken cancel)
    {
        var currency = current.Facts.Currency;
        return CsvPages.Download(
            Name(current, "materials"),
            ["Material", "Code", "Category", "Used in", "Bought in", "One bought holds", "There is", "Available", "Set aside", "To come", "Low at", $"Value at cost ({currency.Code})", "In use"],
            () => materials.ListAsync(null, all: true, cancel),
            item =>
            [
                item.Name, item.Sku, item.Category, item.Unit, item.PurchaseUnit, CsvText.Number(item.Holds), CsvText.Number(item.OnHand), CsvText.Number(item.Available), CsvText.Number(item.Committed), CsvText.Number(item.Incoming),
                CsvText.Number(item.Threshold), CsvText.Amount(item.Value, currency), item.Status == ProductStatus.Retired ? "no" : "yes",
            ],
            cancel);
    }

    private static IResult Recipes(RecipeQuery recipes, CurrentShop current, CancellationToken cancel)
    {
        var currency = current.Facts.Currency;
        return CsvPages.Download(
            Name(current, "recipes"), ["Makes", "Code", "Yield", "Yield unit", "Minutes of work", "Version", "In use", "Part", "Quantity", "Unit", $"Cost now ({currency.Code})", "Notes"],
            async () => new Paged<RecipeItem>(await recipes.ListAsync(all: true, cancel), null).Each(recipe => recipe.Lines.Select(line => (Of: recipe, Line: line))).Items,
            row =>
            [
                row.Of.Name, row.Of.Sku, CsvText.Number(row.Of.Yield), row.Of.Unit, CsvText.Number(row.Of.LaborMinutes), CsvText.Number(row.Of.Version), row.Of.IsPutAway ? "no" : "yes", row.Line.Name, CsvText.Number(row.Line.Quantity),
                row.Line.Unit, CsvText.Amount(row.Line.Cost, currency), row.Of.Notes,
            ],
            cancel);
    }

    private static IResult Batches(BatchQuery batches, CurrentShop current, CancellationToken cancel)
    {
        var currency = current.Facts.Currency;
        return CsvPages.Download(
            Name(current, "batches"),
            [
                "Made", "What", "Good ones", "Spoiled", "Unit", "Recipe version", "Minutes of work", $"Materials ({currency.Code})", $"Work ({currency.Code})", $"Studio ({currency.Code})", $"Value ({currency.Code})", "Used up", "Note",
                "Taken back", "Batch",
            ],
            after => batches.ListAsync(null, after, CsvPages.RowsAtOnce, cancel),
            batch =>
            [
                CsvText.Moment(batch.At, current.Facts.Zone), batch.Name, CsvText.Number(batch.Quantity), CsvText.Number(batch.Wasted), batch.Unit, CsvText.Number(batch.RecipeVersion), CsvText.Number(batch.LaborMinutes),
                CsvText.Amount(batch.MaterialCost, currency), CsvText.Amount(batch.LaborCost, currency), CsvText.Amount(batch.OverheadCost, currency), CsvText.Amount(batch.Value, currency),
                string.Join(", ", batch.Used.Select(part => $"{CsvText.Number(part.Quantity)} {part.Unit} {part.Name}".Replace("  ", " ", StringComparison.Ordinal))), batch.Note, batch.TakenBackAt is null ? null : "yes", batch.Id.ToString(),
            ],
            cancel);
    }

    private static string Name(CurrentShop current, string what) => $"{current.Facts.Slug} {what}.csv";
}
