using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Shops;
using ArtisansCorner.Ui;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>What a new shop still has to set up; ticks itself.</summary>
public sealed class SetUpQuery(AppDb db, CurrentShop shop, AnswerMemory memory)
{
    private sealed record Question;

    private sealed record Finished;

    /// <summary>The steps in order; nothing once all are done.</summary>
    public async Task<IReadOnlyList<ChecklistItem>> RunAsync(CancellationToken cancel)
    {
        // What is done stays done, so a shop that has finished is not asked again; the revision plays no part.
        var key = new AnswerShelf.Key(shop.Id, new Question());
        if (memory.Whole.Find<Finished>(key, 0) is not null) return [];
        var home = $"/{shop.Facts.Slug}";
        // Each names the row that is asked: what does not is asked by EF Core alone and at once. Days and levels, not sales and movements, for where most of those
        // are one shop's, PostgreSQL expects to meet one soon and reads all of them for a shop that has none.
        var (products, days, stock, variants) = (db.Products, db.DailySales, db.StockLevels, db.Variants);
        var done = await db.Shops.Where(row => row.Id == shop.Id).Select(row => new
        {
            Products = products.Any(product => product.ShopId == row.Id),
            Sales = days.Any(day => day.ShopId == row.Id && day.Orders > 0),
            Counted = stock.Any(level => level.ShopId == row.Id && level.LastInAt != null),
            Levels = variants.Any(variant => variant.ShopId == row.Id && variant.Threshold != null),
        }).FirstAsync(cancel);
        IReadOnlyList<ChecklistItem> steps =
        [
            new("Add your products", $"{home}/inventory", done.Products, "By hand, or with your first import"),
            new("Bring in past sales", $"{home}/import", done.Sales, "Any CSV: recognized, shown, then added"),
            new("Count what is on your shelves", $"{home}/inventory", done.Counted, "Then every sale takes its pieces out"),
            new("Set your low-stock levels", $"{home}/inventory", done.Levels, $"Now {shop.Facts.DefaultThreshold} pieces for everything"),
        ];
        if (!steps.All(step => step.Done)) return steps;
        memory.Whole.Keep(key, 0, new Finished(), 1);
        return [];
    }
}
