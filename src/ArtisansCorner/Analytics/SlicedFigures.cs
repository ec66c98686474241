using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>The figures of a part of the shop, from the facts themselves: any filters, stacked, mean here what they mean in lists. What each month brought is remembered until it changes.</summary>
public sealed class SlicedFigures(AppDb db, Answers answers)
{
    private sealed record DaysOf(Period Days, Scope Scope);

    private sealed record VisitsOf(Period Days, SaleSlice Slice);

    private sealed record TurnsOf(Period Days);

    /// <summary>The figures of each of these ranges, which follow each other in time without overlapping.</summary>
    public async Task<IReadOnlyList<Figures>> RunAsync(IReadOnlyList<Period> ranges, Scope scope, CancellationToken cancel)
    {
        var whole = new Period(ranges[0].From, ranges[^1].To);
        var (days, visits, turns) = await ReadAsync(whole, scope, cancel);
        var totals = new Totals[ranges.Count];
        foreach (var (day, sums) in days)
        {
            if (ranges.IndexOf(day) is var at and >= 0) totals[at] += sums;
        }

        // The visits of a large shop's year are many: one range takes them as they are.
        if (ranges.Count == 1) return [new Figures(totals[0], CustomerCounts.Of(visits, turns))];
        var (came, turned) = (visits.ToLookup(visit => ranges.IndexOf(visit.Day)), turns.ToLookup(turn => ranges.IndexOf(turn.Day)));
        return [.. totals.Select((total, at) => new Figures(total, CustomerCounts.Of(came[at], turned[at])))];
    }

    /// <summary>The sums of each business day with anything in it.</summary>
    public async Task<IReadOnlyList<(DateOnly Day, Totals Totals)>> DaysAsync(Period whole, Scope scope, CancellationToken cancel) =>
        [.. (await answers.AskByMonthAsync(whole, scope.IsByMonth, days => new DaysOf(days, scope), (days, token) => SumsAsync(days, scope, token), sums => 1 + sums.Count, cancel)).SelectMany(sums => sums)];

    private async Task<(IReadOnlyList<(DateOnly Day, Totals Totals)> Days, IEnumerable<Visit> Visits, IEnumerable<CustomerTurn> Turns)> ReadAsync(Period whole, Scope scope, CancellationToken cancel)
    {
        await answers.ReadyAsync(cancel);
        var together = db.AskTogether();
        var days = together.Ask(() => DaysAsync(whole, scope, cancel));
        var visits = together.Ask(() => answers.AskByMonthAsync(whole, scope.IsByMonth, part => new VisitsOf(part, scope.Slice), (part, token) => VisitsAsync(part, scope.Slice, token), some => 1 + some.Count / 4, cancel));
        var turns = together.Ask(() => answers.AskByMonthAsync(whole, true, part => new TurnsOf(part), TurnsAsync, some => 1 + some.Count / 4, cancel));
        await together.RunAsync(cancel);
        return (await days, (await visits).SelectMany(some => some), (await turns).SelectMany(some => some));
    }

    private async Task<List<(DateOnly, Totals)>> SumsAsync(Period days, Scope scope, CancellationToken cancel)
    {
        List<(DateOnly, Totals)> sums = [];
        await foreach (var day in FactSums.By(Facts.Of(db, days, scope).Select(fact => new Keyed<DateOnly> { Key = fact.Day, Fact = fact })).WithCancellation(cancel)) sums.Add((day.Key, day.Totals));
        return sums;
    }

    private Task<List<Visit>> VisitsAsync(Period days, SaleSlice slice, CancellationToken cancel) =>
        db.SalesIn(slice).Where(sale => sale.Day >= days.From && sale.Day <= days.To && sale.CustomerId != null)
            .GroupBy(sale => new { sale.CustomerId, sale.Day })
            .Select(visit => new Visit(visit.Key.Day, visit.Key.CustomerId!.Value, visit.Count())).ToListAsync(cancel);

    private Task<List<CustomerTurn>> TurnsAsync(Period days, CancellationToken cancel) =>
        db.CustomerDays.Where(row => row.Day >= days.From && row.Day <= days.To && (row.Previous == null || (row.BeforePrevious == null && row.PreviousOrders == 1)))
            .OrderBy(row => row.Day)
            .Select(row => new CustomerTurn(row.Day, row.CustomerId, row.Previous == null, row.Previous == null && row.Orders == 1)).ToListAsync(cancel);
}

/// <summary>A customer's sales of a part of the shop on one day.</summary>
internal readonly record struct Visit(DateOnly Day, Guid CustomerId, int Orders);

/// <summary>A day on which a customer bought for the first time ever, or came to a second sale ever.</summary>
/// <param name="Day">The day.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="IsFirst">Whether it is the first day.</param>
/// <param name="IsOnce">Whether one sale is all there is by its end.</param>
internal readonly record struct CustomerTurn(DateOnly Day, Guid CustomerId, bool IsFirst, bool IsOnce);
