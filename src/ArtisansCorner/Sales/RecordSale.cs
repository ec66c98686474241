using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Sales;

/// <summary>
/// Records one sale and takes its pieces out of stock, in one transaction.
/// Sending the same channel and external id again returns the sale already recorded.
/// </summary>
public sealed class RecordSale(AppDb db, CurrentShop shop, WriteSales sales, Repeats repeats, TimeProvider time)
{
    /// <summary>The sale, new or already there, or everything that is wrong.</summary>
    public async Task<Outcome<RecordedSale>> RunAsync(NewSale input, CancellationToken cancel)
    {
        if (SaleRules.Check(input, shop.Facts, time.GetUtcNow()) is { Count: > 0 } problems) return problems;
        return await db.TryAgainAsync(() => TryAsync(input, cancel));
    }

    private async Task<Outcome<RecordedSale>> TryAsync(NewSale input, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var repeated = await repeats.FindAsync(cancel);
        if (!repeated.Succeeded) return repeated.Problems.ToList();
        if (repeated.Value is { } earlier)
            return new RecordedSale(earlier, await db.Sales.IgnoreQueryFilters([SalesTables.CountedFilter]).Where(sale => sale.Id == earlier).Select(sale => sale.Day).FirstOrDefaultAsync(cancel), AlreadyThere: true);

        var recorded = (await sales.RunAsync([input], cancel))[0];
        if (!recorded.Succeeded || recorded.Value.AlreadyThere) return recorded;
        repeats.Remember(recorded.Value.Id);
        await write.CommitAsync(cancel);
        return recorded;
    }
}
