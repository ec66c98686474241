using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>Days of stock of some items: the same figure as in the list of how products do.</summary>
public sealed class DaysLeftQuery(AppDb db, CurrentShop shop, ItemStockQuery stock, TimeProvider time) : IDaysLeft
{
    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<Guid, decimal>> RunAsync(IReadOnlyCollection<Guid> variantIds, CancellationToken cancel)
    {
        if (variantIds.Count == 0) return new Dictionary<Guid, decimal>();
        var today = shop.Facts.Zone.DayOf(time.GetUtcNow());
        var pace = new Period(today.AddDays(1 - ItemStock.PaceDays), today);
        // Day by day, so that the key finds these items among all that were sold in four weeks.
        var days = pace.EachDay().ToList();
        var sold = (await db.DailyProductSales.Where(row => days.Contains(row.Day) && variantIds.Contains(row.VariantId))
                .Select(row => new { row.VariantId, row.Day, Units = row.Units - row.UnitsReturned }).ToListAsync(cancel))
            .GroupBy(row => row.VariantId).ToDictionary(item => item.Key, item => new ItemPast(null, null, 0, item.ToDictionary(row => row.Day, row => row.Units)));
        var items = await stock.RunAsync(pace, today, sold, cancel, variantIds);
        return items.SelectMany(item => item.Value.DaysLeft is { } days ? [(item.Key, days)] : Array.Empty<(Guid, decimal)>()).ToDictionary(item => item.Item1, item => item.Item2);
    }
}
