using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Demo;

/// <summary>
/// Fills an empty shop with a believable year of a potter: products, stock, customers, sales, returns, fees.
/// It writes the rows that the verbs would have written, all in one transaction, for a year of verbs takes too long for one click.
/// </summary>
public sealed class FillSampleShop(AppDb db, CurrentShop shop, SaleParties parties, RaiseAlerts alerts, Outbox outbox, TimeProvider time)
{
    /// <summary>How many sales were written, or why none were.</summary>
    public async Task<Outcome<int>> RunAsync(CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Sales.AnyAsync(cancel) || await db.Products.AnyAsync(cancel))
            return new Problem("shop_not_empty", "This shop has sales or products of its own; the sample is for an empty one.", Kind: ProblemKind.Conflict);

        var location = await db.FindOrAddAsync(
            () => db.Locations.FirstOrDefaultAsync(place => place.IsDefault, cancel),
            () => new Location { Id = Guid.CreateVersion7(), ShopId = shop.Id, Name = StockLedger.DefaultLocation, IsDefault = true }, cancel);
        Dictionary<string, Channel> channels = [];
        foreach (var name in (string[])["Etsy", "Own site", "Shopify", "Fair"]) channels[name] = await parties.ChannelAsync(name, cancel);

        var rows = new SampleRows(shop.Facts, location.Id, channels, time.GetUtcNow());
        rows.Tell();
        await rows.InsertAsync(db, cancel);
        foreach (var level in rows.Levels) await alerts.RunAsync(level.VariantId, level.OnHand, cancel);
        outbox.Add(new SalesChanged([.. rows.Days]));
        outbox.Add(new StockChanged([.. rows.Levels.Select(level => level.VariantId)]));
        await write.CommitAsync(cancel);
        // As after an import: a planner that takes the tables for empty compares every fee with every sale.
        await db.Engine.AnalyzeAsync(db, cancel);
        return rows.SalesCount;
    }
}
