using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Making;

/// <summary>A run at the bench, measured and checked; quantities are pieces or grains.</summary>
/// <param name="Version">The version of the recipe.</param>
/// <param name="VariantId">What is made.</param>
/// <param name="Good">How many good ones.</param>
/// <param name="Wasted">How many were spoiled.</param>
/// <param name="Used">What is used up.</param>
/// <param name="LaborMinutes">The minutes of work.</param>
/// <param name="At">When.</param>
/// <param name="LocationId">Where; nothing: the usual place.</param>
/// <param name="Note">What the maker wants to remember.</param>
/// <param name="SaleId">The sale it is made for.</param>
public sealed record Run(
    RecipeVersion Version, Guid VariantId, long Good, long Wasted, IReadOnlyList<(Guid VariantId, long Quantity)> Used, int LaborMinutes, DateTimeOffset At,
    Guid? LocationId = null, string? Note = null, Guid? SaleId = null);

/// <summary>Writes batches inside the transaction that is open: what is used leaves the shelf, what is made comes onto it at what that cost, with work and overhead.</summary>
public sealed class WriteBatch(AppDb db, CurrentShop shop, StockLedger ledger, MeasuredItems items, RecipeQuery recipes, TimeProvider time)
{
    /// <summary>No batch takes longer.</summary>
    public const int MostMinutes = 1_000_000;

    /// <summary>The minutes of work in so many, as the recipe says.</summary>
    public static int MinutesOf(RecipeVersion version, Int128 made) => (int)Int128.Min(Share(version.LaborMinutes, made, version.Yield), MostMinutes);

    /// <summary>What so many use up, as the recipe says: grains are rounded, and of pieces none is used by half.</summary>
    public async Task<IReadOnlyList<(Guid VariantId, Int128 Quantity)>> NeedsAsync(RecipeVersion version, Int128 made, CancellationToken cancel)
    {
        var written = await db.RecipeLines.AsNoTracking().Where(line => line.RecipeVersionId == version.Id).OrderBy(line => line.Place).ToListAsync(cancel);
        var measured = await items.OfAsync([.. written.Select(line => line.VariantId)], cancel);
        return [.. written.Select(line => (line.VariantId, measured[line.VariantId].Unit is null ? (line.Quantity * made + version.Yield - 1) / version.Yield : Share(line.Quantity, made, version.Yield)))];
    }

    /// <summary>Writes it; tells the batch's id.</summary>
    public async Task<Guid> RunAsync(Run run, CancellationToken cancel)
    {
        var (id, at, rates) = (Guid.CreateVersion7(), run.At, await recipes.RatesAsync(cancel));
        var day = shop.Facts.Zone.DayOf(at);
        // All at once and in one order, so that two who move the same pieces never wait for each other in a circle.
        await ledger.OnHandAsync([.. run.Used.Select(part => part.VariantId), run.VariantId], day, cancel);
        var values = await ledger.MoveAsync([.. run.Used.Select(part => new NewMovement(part.VariantId, -part.Quantity, StockReason.Used, at, day, id, LocationId: run.LocationId))], cancel);
        var batch = new Batch
        {
            Id = id, ShopId = shop.Id, RecipeVersionId = run.Version.Id, VariantId = run.VariantId, Quantity = run.Good, Wasted = run.Wasted, LaborMinutes = run.LaborMinutes,
            LaborCost = MakingRates.Of(run.LaborMinutes, rates.LaborPerHour), OverheadCost = MakingRates.Of(run.LaborMinutes, rates.OverheadPerHour), LaborIsValued = rates.LaborIsValued,
            At = at, Note = run.Note, SaleId = run.SaleId, RecordedAt = time.GetUtcNow(), RecordedBy = shop.Actor.UserId, RecordedThrough = shop.Actor.Through,
        };
        db.Batches.Add(batch);
        if (run.Good > 0) await ledger.MoveAsync([new NewMovement(run.VariantId, run.Good, StockReason.Made, at, day, id, Cost: batch.Added, Worth: batch.Added - values.Sum(worth => worth.Value), LocationId: run.LocationId)], cancel);
        return id;
    }

    // quantity × made ÷ yield, rounded half up.
    private static Int128 Share(long quantity, Int128 made, long yield) => (quantity * made * 2 + yield) / ((Int128)yield * 2);
}
