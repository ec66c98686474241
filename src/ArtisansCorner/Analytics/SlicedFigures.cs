using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>The figures of a part of the shop, from the facts themselves: any filters, stacked, mean here what they mean in lists.</summary>
public sealed class SlicedFigures(AppDb db)
{
    /// <summary>The figures of each of these ranges, which follow each other in time without overlapping.</summary>
    public async Task<IReadOnlyList<Figures>> RunAsync(IReadOnlyList<Period> ranges, Scope scope, CancellationToken cancel)
    {
        var whole = new Period(ranges[0].From, ranges[^1].To);
        var totals = new Totals[ranges.Count];
        await foreach (var day in FactSums.By(Facts.Of(db, whole, scope).Select(fact => new Keyed<DateOnly> { Key = fact.Day, Fact = fact })).WithCancellation(cancel))
        {
            if (ranges.IndexOf(day.Key) is var at and >= 0) totals[at] += day.Totals;
        }

        var visits = await VisitsAsync(whole, scope.Slice, cancel);
        return [.. totals.Zip(ranges, (total, range) => new Figures(total, CustomerCounts.Of(visits, range)))];
    }

    private async Task<IReadOnlyList<Visit>> VisitsAsync(Period range, SaleSlice slice, CancellationToken cancel)
    {
        var sales = db.SalesIn(slice).Where(sale => sale.Day >= range.From && sale.Day <= range.To && sale.CustomerId != null);
        var days = await sales.GroupBy(sale => new { sale.CustomerId, sale.Day })
            .Select(visit => new { CustomerId = visit.Key.CustomerId!.Value, visit.Key.Day, Orders = visit.Count() }).ToListAsync(cancel);
        var firsts = await db.CustomerDays.AsNoTracking().Where(row => row.Previous == null && sales.Any(sale => sale.CustomerId == row.CustomerId)).ToDictionaryAsync(row => row.CustomerId, cancel);
        return [.. days.Where(day => firsts.ContainsKey(day.CustomerId)).Select(day => new Visit(day.Day, day.Orders, firsts[day.CustomerId]))];
    }
}

/// <summary>A customer's sales of a part of the shop on one day, and the customer's first day ever in the whole of it.</summary>
internal sealed record Visit(DateOnly Day, int Orders, CustomerDay First);
