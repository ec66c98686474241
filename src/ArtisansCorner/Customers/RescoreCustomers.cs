using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Customers;

/// <summary>Makes the scores of the shop's customers again, as of today, from what they bought.</summary>
public sealed class RescoreCustomers(AppDb db, CurrentShop shop, PurchasesQuery purchases, Outbox outbox, TimeProvider time)
{
    private const int AtOnce = 500;

    /// <summary>Writes those that differ, in one transaction; tells how many did.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var today = shop.Facts.Zone.DayOf(time.GetUtcNow());
        await using var write = await db.BeginWriteAsync(cancel);
        // Before any sale is read, so that whatever is committed from now on leaves another revision than the one written down here.
        var revision = await ShopRevision.ReadAsync(db);
        var scores = await ScoresAsync(today, cancel);
        var there = await db.CustomerScores.AsNoTracking().ToListAsync(cancel);
        var gone = there.Except(scores).Select(score => score.CustomerId).ToList();
        foreach (var some in gone.Chunk(AtOnce)) await db.CustomerScores.Where(score => some.Contains(score.CustomerId)).ExecuteDeleteAsync(cancel);
        scores.ExceptWith(there);
        await db.Engine.InsertAsync(db, scores, cancel);
        await RememberAsync(revision + 1, today, cancel);
        if (gone.Count + scores.Count > 0) outbox.Add(new CustomersRescored(today));
        await write.CommitAsync(cancel);
        return gone.Count + scores.Count;
    }

    private async Task<HashSet<CustomerScore>> ScoresAsync(DateOnly today, CancellationToken cancel)
    {
        var bought = await purchases.RunAsync(today, cancel);
        var scores = Rfm.Of(bought);
        if (scores.Count == 0) return [];
        var rows = bought.Zip(scores, (mine, score) => Score(mine.CustomerId, score, score.Group)).ToHashSet();
        var buyers = bought.Select(mine => mine.CustomerId).ToHashSet();
        foreach (var customer in await db.Customers.Select(customer => customer.Id).ToListAsync(cancel))
        {
            if (!buyers.Contains(customer)) rows.Add(Score(customer, default, CustomerGroup.Prospect));
        }

        return rows;
    }

    private CustomerScore Score(Guid customer, RfmScore score, CustomerGroup group) => new()
    {
        ShopId = shop.Id, CustomerId = customer, Recency = score.Recency, Frequency = score.Frequency, Monetary = score.Monetary, Group = group,
    };

    private async Task RememberAsync(long revision, DateOnly day, CancellationToken cancel)
    {
        var marked = await db.CustomerScorings.ExecuteUpdateAsync(row => row.SetProperty(scoring => scoring.Revision, revision).SetProperty(scoring => scoring.Day, day), cancel);
        if (marked == 0) await db.Engine.InsertAsync(db, [new CustomerScoring { ShopId = shop.Id, Revision = revision, Day = day }], cancel);
    }
}
