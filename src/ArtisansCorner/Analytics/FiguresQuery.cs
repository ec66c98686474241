using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>The figures of ranges of days: from the roll-ups, or of a part of the shop from the facts themselves.</summary>
public sealed class FiguresQuery(AppDb db, SlicedFigures sliced)
{
    private const int FewRanges = 2;

    private static readonly PerModel<Func<AppDb, DateOnly, DateOnly, IAsyncEnumerable<DailySales>>> Days = new(_ =>
        EF.CompileAsyncQuery((AppDb db, DateOnly from, DateOnly to) =>
            db.Set<DailySales>().AsNoTracking().Where(row => row.Day >= from && row.Day <= to)));

    private static readonly PerModel<Func<AppDb, DateOnly, DateOnly, IAsyncEnumerable<CustomerDay>>> CustomerDays = new(_ =>
        EF.CompileAsyncQuery((AppDb db, DateOnly from, DateOnly to) =>
            db.Set<CustomerDay>().AsNoTracking().Where(row => row.Day >= from && row.Day <= to)));

    private static readonly PerModel<Func<AppDb, DateOnly, DateOnly, Task<CustomerCounts>>> Customers = new(_ =>
        EF.CompileAsyncQuery((AppDb db, DateOnly from, DateOnly to) =>
            db.Set<CustomerDay>().Where(row => row.Day >= from && row.Day <= to).GroupBy(_ => 1).Select(rows => new CustomerCounts(
                rows.LongCount(row => row.Previous == null || row.Previous < from),
                rows.LongCount(row => row.Previous == null),
                rows.LongCount(row => row.Previous == null || row.Previous < from
                    ? row.Orders > 1
                    : row.PreviousOrders == 1 && (row.BeforePrevious == null || row.BeforePrevious < from)),
                rows.LongCount(row => row.Previous == null && row.Orders == 1 && (row.Next == null || row.Next > to)))).SingleOrDefault()));

    private (Period Range, Period Compared)? together;
    private (List<DailySales> Days, List<CustomerDay> Customers)? read;

    /// <summary>Says that a page asks for figures inside both of these ranges: the first that is asked for reads all of them.</summary>
    public void ReadTogether(Period range, Period compared) => (together, read) = ((range, compared), null);

    /// <summary>The figures of each of these ranges, which follow each other in time without overlapping.</summary>
    public async Task<IReadOnlyList<Figures>> RunAsync(IReadOnlyList<Period> ranges, Scope scope, CancellationToken cancel)
    {
        if (ranges.Count == 0) return [];
        if (!scope.IsAll) return await sliced.RunAsync(ranges, scope, cancel);
        if (IsTogether(ranges)) return await OfTogetherAsync(ranges, cancel);
        var totals = await TotalsAsync(ranges, cancel);
        var counts = ranges.Count > FewRanges ? await CountsInOnePassAsync(ranges, cancel) : await CountsAsync(ranges, totals);
        return [.. totals.Zip(counts, (total, count) => new Figures(total, count))];
    }

    private bool IsTogether(IReadOnlyList<Period> ranges)
    {
        var whole = new Period(ranges[0].From, ranges[^1].To);
        return together is var (range, compared) && (range.Contains(whole) || compared.Contains(whole));
    }

    private async Task<IReadOnlyList<Figures>> OfTogetherAsync(IReadOnlyList<Period> ranges, CancellationToken cancel)
    {
        var (days, customers) = read ??= await ReadAsync(together!.Value.Range, together.Value.Compared, cancel);
        var (totals, rows) = (new Totals[ranges.Count], ranges.Select(_ => new List<CustomerDay>()).ToArray());
        foreach (var day in days)
        {
            if (ranges.IndexOf(day.Day) is var at and >= 0) totals[at] += Totals.Of(day);
        }

        foreach (var row in customers)
        {
            if (ranges.IndexOf(row.Day) is var at and >= 0) rows[at].Add(row);
        }

        return [.. totals.Zip(rows.Zip(ranges, CustomerCounts.Of), (total, count) => new Figures(total, count))];
    }

    private async Task<(List<DailySales> Days, List<CustomerDay> Customers)> ReadAsync(Period range, Period compared, CancellationToken cancel)
    {
        var (from, to, alsoFrom, alsoTo) = (range.From, range.To, compared.From, compared.To);
        var asked = db.AskTogether();
        var days = asked.Ask(() => db.DailySales.AsNoTracking().Where(row => (row.Day >= from && row.Day <= to) || (row.Day >= alsoFrom && row.Day <= alsoTo)).ToListAsync(cancel));
        var customers = asked.Ask(() => db.CustomerDays.AsNoTracking().Where(row => (row.Day >= from && row.Day <= to) || (row.Day >= alsoFrom && row.Day <= alsoTo)).ToListAsync(cancel));
        await asked.RunAsync(cancel);
        return (await days, await customers);
    }

    private async Task<Totals[]> TotalsAsync(IReadOnlyList<Period> ranges, CancellationToken cancel)
    {
        var totals = new Totals[ranges.Count];
        await foreach (var day in Days.Of(db)(db, ranges[0].From, ranges[^1].To).WithCancellation(cancel))
        {
            if (ranges.IndexOf(day.Day) is var at and >= 0) totals[at] += Totals.Of(day);
        }

        return totals;
    }

    private async Task<IReadOnlyList<CustomerCounts>> CountsAsync(IReadOnlyList<Period> ranges, Totals[] totals)
    {
        var counts = new CustomerCounts[ranges.Count];
        for (var i = 0; i < counts.Length; i++)
        {
            if (totals[i].Orders > 0) counts[i] = await Customers.Of(db)(db, ranges[i].From, ranges[i].To);
        }

        return counts;
    }

    // For a year of weeks one pass over its customers costs a tenth of a query for each week.
    private async Task<IReadOnlyList<CustomerCounts>> CountsInOnePassAsync(IReadOnlyList<Period> ranges, CancellationToken cancel)
    {
        var rows = ranges.Select(_ => new List<CustomerDay>()).ToArray();
        await foreach (var row in CustomerDays.Of(db)(db, ranges[0].From, ranges[^1].To).WithCancellation(cancel))
        {
            if (ranges.IndexOf(row.Day) is var at and >= 0) rows[at].Add(row);
        }

        return [.. rows.Zip(ranges, CustomerCounts.Of)];
    }
}
