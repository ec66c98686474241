using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>Makes the days of customers again, each of which knows its neighbors in time; steps of <see cref="RebuildDay"/>.</summary>
public sealed class RebuildCustomers(AppDb db, CurrentShop shop)
{
    /// <summary>Who bought, or was thought to have bought, in these days.</summary>
    public async Task<IReadOnlyCollection<Guid>> FindAsync(IReadOnlyList<Period> periods, CancellationToken cancel)
    {
        var found = new HashSet<Guid>();
        foreach (var (from, to) in periods)
        {
            var now = db.Sales.Where(sale => sale.Day >= from && sale.Day <= to && sale.CustomerId != null).Select(sale => sale.CustomerId!.Value);
            var before = db.CustomerDays.Where(row => row.Day >= from && row.Day <= to).Select(row => row.CustomerId);
            found.UnionWith(await now.Union(before).ToListAsync(cancel));
        }

        return found;
    }

    /// <summary>Makes the days of these customers as the sales say, inside the transaction that is open; tells those of which figures may differ now.</summary>
    public async Task<IReadOnlyList<DateOnly>> RunAsync(Guid[] buyers, CancellationToken cancel)
    {
        if (buyers.Length == 0) return [];
        var rows = await RowsAsync(buyers, cancel);
        var there = await db.CustomerDays.AsNoTracking().Where(row => buyers.Contains(row.CustomerId)).ToListAsync(cancel);

        // Most rows are as they were: only those that differ are written again.
        var old = there.Except(rows).ToList();
        foreach (var day in old.GroupBy(row => row.Day, row => row.CustomerId))
        {
            var gone = day.ToArray();
            await db.CustomerDays.Where(row => row.Day == day.Key && gone.Contains(row.CustomerId)).ExecuteDeleteAsync(cancel);
        }

        rows.ExceptWith(there);
        await db.Engine.InsertAsync(db, rows, cancel);
        // No figure of a day asks when its customers came next.
        var moved = rows.Select(WithoutNext).ToHashSet();
        moved.SymmetricExceptWith(old.Select(WithoutNext));
        return [.. moved.Select(row => row.Day)];
    }

    private static CustomerDay WithoutNext(CustomerDay row) => row with { Next = null };

    /// <summary>The days of these customers that are not as the sales say.</summary>
    public async Task<IEnumerable<DateOnly>> WrongAsync(Guid[] buyers, CancellationToken cancel)
    {
        var rows = await RowsAsync(buyers, cancel);
        rows.SymmetricExceptWith(await db.CustomerDays.AsNoTracking().Where(row => buyers.Contains(row.CustomerId)).ToListAsync(cancel));
        return rows.Select(row => row.Day);
    }

    private async Task<HashSet<CustomerDay>> RowsAsync(Guid[] buyers, CancellationToken cancel)
    {
        var visits = await db.Sales
            .Where(sale => sale.CustomerId != null && buyers.Contains(sale.CustomerId.Value))
            .GroupBy(sale => new { sale.CustomerId, sale.Day })
            .Select(group => new { Customer = group.Key.CustomerId!.Value, group.Key.Day, Orders = group.Count() })
            .ToListAsync(cancel);
        return visits
            .GroupBy(visit => visit.Customer)
            .SelectMany(mine => ChainOf(shop.Id, mine.Key, [.. mine.Select(visit => (visit.Day, visit.Orders)).OrderBy(visit => visit.Day)]))
            .ToHashSet();
    }

    /// <summary>A customer's days, oldest first, each knowing its neighbors.</summary>
    internal static IEnumerable<CustomerDay> ChainOf(Guid shopId, Guid customerId, IReadOnlyList<(DateOnly Day, int Orders)> visits) =>
        visits.Select((visit, i) => new CustomerDay
        {
            ShopId = shopId,
            Day = visit.Day,
            CustomerId = customerId,
            Orders = visit.Orders,
            Previous = i > 0 ? visits[i - 1].Day : null,
            PreviousOrders = i > 0 ? visits[i - 1].Orders : 0,
            BeforePrevious = i > 1 ? visits[i - 2].Day : null,
            Next = i + 1 < visits.Count ? visits[i + 1].Day : null,
        });
}
