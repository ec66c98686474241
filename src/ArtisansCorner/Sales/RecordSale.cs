using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Sales;

/// <summary>
/// Records one sale and takes its pieces out of stock, in one transaction, which sales of the same moment may share.
/// Sending the same channel and external id again returns the sale already recorded.
/// </summary>
public sealed class RecordSale(AppDb db, CurrentShop shop, WriteSales sales, SaleQueue queue, Repeats repeats, TimeProvider time)
{
    /// <summary>The sale, new or already there, or everything that is wrong.</summary>
    public async Task<Outcome<RecordedSale>> RunAsync(NewSale input, CancellationToken cancel)
    {
        if (SaleRules.Check(input, shop.Facts, time.GetUtcNow()) is { Count: > 0 } problems) return problems;
        // What is remembered of a request stands or falls with that request alone.
        if (repeats.IsExpected) return await db.TryAgainAsync(() => TryOnceAsync(input, cancel));
        return await queue.RunAsync(shop, input, some => WriteAsync(some, cancel), cancel);
    }

    private async Task<Outcome<RecordedSale>> TryOnceAsync(NewSale input, CancellationToken cancel)
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

    private async Task<IReadOnlyList<Outcome<RecordedSale>>> WriteAsync(IReadOnlyList<NewSale> some, CancellationToken cancel)
    {
        try
        {
            return await db.TryAgainAsync(() => TryAsync(some, cancel));
        }
        catch
        {
            // One of them may be tried again in this context.
            db.ChangeTracker.Clear();
            throw;
        }
    }

    private async Task<IReadOnlyList<Outcome<RecordedSale>>> TryAsync(IReadOnlyList<NewSale> some, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var recorded = await sales.RunAsync(some, cancel);
        if (recorded.Any(one => one is { Succeeded: true, Value.AlreadyThere: false })) await write.CommitAsync(cancel);
        return recorded;
    }
}
