using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>Makes the days of customers again, each of which knows those before it; steps of <see cref="RebuildDay"/>.</summary>
public sealed class RebuildCustomers(AppDb db, CurrentShop shop)
{
    private const int FewDays = 4;

    // Up to so many every sale of them is looked at for its buyer; for the time of that the index of customers has several.
    private const int FewPeriods = 12;

    private static readonly InsertChains<CustomerDay> Chains = new(nameof(CustomerDay.CustomerId), nameof(CustomerDay.Day),
    [
        new Earlier(nameof(CustomerDay.Previous), nameof(CustomerDay.Day), 1),
        new Earlier(nameof(CustomerDay.PreviousOrders), nameof(CustomerDay.Orders), 1, IsNumber: true),
        new Earlier(nameof(CustomerDay.BeforePrevious), nameof(CustomerDay.Day), 2),
    ]);

    /// <summary>Who bought, or was thought to have bought, in these days; after months of an import some who bought between them too.</summary>
    public async Task<IReadOnlyCollection<Guid>> FindAsync(IReadOnlyList<Period> periods, CancellationToken cancel)
    {
        var found = new HashSet<Guid>();
        // Nobody is asked about years for days that are scattered in them, as those of a product whose cost changed.
        var areMonths = periods.Count > FewPeriods && 2 * periods.Sum(period => period.Days) >= new Period(periods[0].From, periods[^1].To).Days;
        if (areMonths) await AddAsync(found, Between(periods[0].From, periods[^1].To), cancel);
        foreach (var (from, to) in periods)
        {
            // Sales without a buyer are left out here and not in the query: SQLite would take the index of customers for it, and read all of that for a few days.
            var now = db.Sales.Where(sale => sale.Day >= from && sale.Day <= to).Select(sale => sale.CustomerId);
            var before = db.CustomerDays.Where(row => row.Day >= from && row.Day <= to).Select(row => (Guid?)row.CustomerId);
            await AddAsync(found, areMonths ? before : now.Union(before), cancel);
        }

        return found;
    }

    private static async Task AddAsync(HashSet<Guid> found, IQueryable<Guid?> customers, CancellationToken cancel)
    {
        await foreach (var customer in customers.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (customer is { } id) found.Add(id);
        }
    }

    /// <summary>Whose first and last sale are not both before these days, nor both after them: the index of customers tells it without any sale.</summary>
    private IQueryable<Guid?> Between(DateOnly from, DateOnly to) => db.Sales
        .Where(sale => sale.CustomerId != null)
        .GroupBy(sale => sale.CustomerId)
        .Where(mine => mine.Max(sale => sale.Day) >= from && mine.Min(sale => sale.Day) <= to)
        .Select(mine => mine.Key);

    /// <summary>Makes the days of these customers as the sales say, inside the transaction that is open; tells those of which figures may differ now.</summary>
    public async Task<IReadOnlyList<DateOnly>> RunAsync(Guid[] buyers, CancellationToken cancel)
    {
        var rows = await RowsAsync(buyers, cancel);
        var there = await ThereAsync(buyers, cancel);
        var wrong = there.Except(rows).ToHashSet();
        List<DateOnly> moved = [.. rows.Except(there).Concat(wrong).Select(row => row.Day)];
        var gone = await DeleteAsync(wrong, cancel);
        rows.ExceptWith(there.Where(row => !gone(row)));
        // In the order of the key, so that each page of its index is written once.
        await db.Engine.InsertAsync(db, [.. rows.OrderBy(row => row.Day).ThenBy(row => row.CustomerId)], cancel);
        return moved;
    }

    /// <summary>
    /// Makes the days of these customers as the sales say, inside the transaction that is open: the database does it by itself. Nothing is compared and all is
    /// written, which is the quicker way where so many customers bought that most of their rows are new.
    /// </summary>
    public async Task MakeAnewAsync(Guid[] buyers, CancellationToken cancel)
    {
        await db.CustomerDays.Where(row => buyers.Contains(row.CustomerId)).ExecuteDeleteAsync(cancel);
        await Chains.RunAsync(db, VisitsOf(buyers), cancel);
    }

    /// <summary>The days of these customers that are not as the sales say.</summary>
    public async Task<IEnumerable<DateOnly>> WrongAsync(Guid[] buyers, CancellationToken cancel)
    {
        var rows = await RowsAsync(buyers, cancel);
        rows.SymmetricExceptWith(await ThereAsync(buyers, cancel));
        return rows.Select(row => row.Day);
    }

    private Task<List<CustomerDay>> ThereAsync(Guid[] buyers, CancellationToken cancel) =>
        db.CustomerDays.AsNoTracking().Where(row => buyers.Contains(row.CustomerId)).ToListAsync(cancel);

    /// <summary>
    /// Deletes rows that are not right any more, and tells which rows went. A sale changes a few days of a buyer; after an import those of hundreds of buyers
    /// differ on as many days, and a statement for each day would take longer than writing all of these buyers' rows again.
    /// </summary>
    private async Task<Func<CustomerDay, bool>> DeleteAsync(HashSet<CustomerDay> wrong, CancellationToken cancel)
    {
        var days = wrong.ToLookup(row => row.Day, row => row.CustomerId);
        if (days.Count <= FewDays)
        {
            foreach (var day in days)
            {
                var gone = day.ToArray();
                await db.CustomerDays.Where(row => row.Day == day.Key && gone.Contains(row.CustomerId)).ExecuteDeleteAsync(cancel);
            }

            return wrong.Contains;
        }

        var buyers = wrong.Select(row => row.CustomerId).ToHashSet();
        var all = buyers.ToArray();
        await db.CustomerDays.Where(row => all.Contains(row.CustomerId)).ExecuteDeleteAsync(cancel);
        return row => buyers.Contains(row.CustomerId);
    }

    private async Task<HashSet<CustomerDay>> RowsAsync(Guid[] buyers, CancellationToken cancel)
    {
        var visits = await VisitsOf(buyers).ToListAsync(cancel);
        return visits
            .GroupBy(visit => visit.CustomerId)
            .SelectMany(mine => ChainOf(shop.Id, mine.Key, [.. mine.Select(visit => (visit.Day, visit.Orders)).OrderBy(visit => visit.Day)]))
            .ToHashSet();
    }

    /// <summary>The days on which these customers bought, and how often on each.</summary>
    private IQueryable<CustomerDay> VisitsOf(Guid[] buyers) => db.Sales
        .Where(sale => sale.CustomerId != null && buyers.Contains(sale.CustomerId.Value))
        .GroupBy(sale => new { sale.ShopId, CustomerId = sale.CustomerId!.Value, sale.Day })
        .Select(visit => new CustomerDay { ShopId = visit.Key.ShopId, Day = visit.Key.Day, CustomerId = visit.Key.CustomerId, Orders = visit.Count() });

    /// <summary>A customer's days, oldest first, each knowing those before it.</summary>
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
        });
}
