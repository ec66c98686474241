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
/// It writes the rows that the verbs would have written, all in one transaction, for a year of verbs takes too long for one click; the workshop is filled by the verbs themselves.
/// </summary>
public sealed class FillSampleShop(AppDb db, CurrentShop shop, SaleParties parties, DefaultPlace place, StockLedger stock, RaiseAlerts alerts, SampleWorkshop workshop, SampleExpenses expenses, Outbox outbox, TimeProvider time)
{
    private const int PiecesInGallery = 4;

    /// <summary>How many sales were written, or why none were.</summary>
    public async Task<Outcome<int>> RunAsync(CancellationToken cancel)
    {
        var filled = await WriteAsync(cancel);
        if (!filled.Succeeded) return filled;
        await workshop.RunAsync(cancel);
        await expenses.RunAsync(cancel);
        // As after an import: a planner that takes the tables for empty compares every fee with every sale.
        await db.Engine.AnalyzeAsync(db, cancel);
        return filled;
    }

    private async Task<Outcome<int>> WriteAsync(CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Sales.AnyAsync(cancel) || await db.Products.AnyAsync(cancel))
            return new Problem("shop_not_empty", "This shop has sales or products of its own; the sample is for an empty one.", Kind: ProblemKind.Conflict);

        var location = await place.IdAsync(cancel);
        Dictionary<string, Channel> channels = [];
        foreach (var name in (string[])["Etsy", "Own site", "Shopify", "Fair"]) channels[name] = await parties.ChannelAsync(name, cancel);

        var rows = new SampleRows(shop.Facts, location, channels, time.GetUtcNow());
        rows.Tell();
        await rows.InsertAsync(db, cancel);
        await TakeToPlacesAsync(location, rows.Levels, cancel);
        await alerts.RunAsync(rows.Levels, [], cancel);
        outbox.Add(new SalesChanged([.. rows.Days]));
        outbox.Add(new StockChanged([.. rows.Levels.Select(level => level.VariantId)]));
        await write.CommitAsync(cancel);
        return rows.SalesCount;
    }

    /// <summary>A market that begins soon, and a gallery that has some of the pieces.</summary>
    private async Task TakeToPlacesAsync(Guid usual, IReadOnlyList<StockLevel> levels, CancellationToken cancel)
    {
        var (now, gallery) = (time.GetUtcNow(), Guid.CreateVersion7());
        var today = shop.Facts.Zone.DayOf(now);
        db.Locations.AddRange(
            new Location { Id = gallery, ShopId = shop.Id, Name = "Corner gallery", NameKey = Location.KeyOf("Corner gallery"), Kind = LocationKind.Gallery },
            new Location
            {
                Id = Guid.CreateVersion7(), ShopId = shop.Id, Name = "Riverside market", NameKey = Location.KeyOf("Riverside market"), Kind = LocationKind.Fair,
                FirstDay = today.AddDays(3), LastDay = today.AddDays(4),
            });
        await db.SaveChangesAsync(cancel);
        foreach (var level in levels.Where(level => level.OnHand >= 2 * PiecesInGallery))
        {
            var gone = new NewMovement(level.VariantId, -PiecesInGallery, StockReason.Moved, now, today, CauseId: Guid.CreateVersion7(), LocationId: usual);
            await stock.MoveAsync([gone, gone with { Quantity = PiecesInGallery, LocationId = gallery }], cancel);
        }
    }
}
