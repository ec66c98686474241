using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>
/// The figures of ranges of days: from the roll-ups, or of a part of the shop from the facts themselves. What each month adds to its ranges
/// is remembered until it changes: after a sale of today only the running month is looked at again.
/// </summary>
public sealed class FiguresQuery(AppDb db, SlicedFigures sliced, Answers answers)
{
    private const int FewParts = 2;

    // Some two hundred bytes.
    private const int RowsEach = 2;

    private static readonly PerModel<Func<AppDb, DateOnly, DateOnly, IAsyncEnumerable<DailySales>>> Days = new(_ =>
        EF.CompileAsyncQuery((AppDb db, DateOnly from, DateOnly to) =>
            db.Set<DailySales>().AsNoTracking().Where(row => row.Day >= from && row.Day <= to)));

    private static readonly PerModel<Func<AppDb, DateOnly, DateOnly, IAsyncEnumerable<CustomerDay>>> CustomerDays = new(_ =>
        EF.CompileAsyncQuery((AppDb db, DateOnly from, DateOnly to) =>
            db.Set<CustomerDay>().AsNoTracking().Where(row => row.Day >= from && row.Day <= to)));

    // CustomerCounts.Of says why.
    private static readonly PerModel<Func<AppDb, DateOnly, DateOnly, DateOnly, Task<CustomerCounts>>> Customers = new(_ =>
        EF.CompileAsyncQuery((AppDb db, DateOnly start, DateOnly from, DateOnly to) =>
            db.Set<CustomerDay>().Where(row => row.Day >= from && row.Day <= to).GroupBy(_ => 1).Select(rows => new CustomerCounts(
                rows.LongCount(row => row.Previous == null || row.Previous < start),
                rows.LongCount(row => row.Previous == null),
                rows.LongCount(row => row.Previous == null || row.Previous < start
                    ? row.Orders > 1
                    : row.PreviousOrders == 1 && (row.BeforePrevious == null || row.BeforePrevious < start)),
                rows.LongCount(row => row.Previous == null && row.Orders == 1) -
                rows.LongCount(row => row.Previous >= start && row.BeforePrevious == null && row.PreviousOrders == 1))).SingleOrDefault()));

    /// <summary>The figures of each of these ranges, which follow each other in time without overlapping.</summary>
    public async Task<IReadOnlyList<Figures>> RunAsync(IReadOnlyList<Period> ranges, Scope scope, CancellationToken cancel)
    {
        if (ranges.Count == 0) return [];
        var question = new FiguresQuestion(ranges, scope);
        return scope.IsByMonth
            ? await answers.AskAsync(question, question.Whole, token => WorkAsync(ranges, scope, token), figures => RowsEach * figures.Count, cancel)
            : await answers.AskAsync(question, token => WorkAsync(ranges, scope, token), figures => RowsEach * figures.Count, cancel);
    }

    private async Task<IReadOnlyList<Figures>> WorkAsync(IReadOnlyList<Period> ranges, Scope scope, CancellationToken cancel)
    {
        if (!scope.IsAll) return await sliced.RunAsync(ranges, scope, cancel);
        await answers.ReadyAsync(cancel);
        List<(int Range, FiguresPart Part)> parts = [.. ranges.SelectMany((range, at) => answers.PartsOf(range).Select(days => (at, new FiguresPart(range.From, days))))];
        var asked = answers.PartsOf(new Period(ranges[0].From, ranges[^1].To));
        var months = parts.GroupBy(one => asked.IndexOf(one.Part.Days.From), one => one.Part).Select(month => new FiguresParts([.. month])).ToList();
        var together = db.AskTogether();
        var answered = months.ConvertAll(month => together.Ask(async () => await answers.AskPartAsync(month, month.Whole, token => WorkAsync(month, token), sums => 1 + sums.Length, cancel)));
        await together.RunAsync(cancel);
        var figures = new (Totals Totals, CustomerCounts Counts)[ranges.Count];
        foreach (var ((at, _), sums) in parts.Zip((await Task.WhenAll(answered)).SelectMany(sums => sums))) figures[at] = (figures[at].Totals + sums.Totals, figures[at].Counts + sums.Counts);
        return [.. figures.Select(one => new Figures(one.Totals, one.Counts))];
    }

    private async Task<(Totals Totals, CustomerCounts Counts)[]> WorkAsync(FiguresParts month, CancellationToken cancel)
    {
        var days = month.All.Select(part => part.Days).ToList();
        var together = db.AskTogether();
        var totals = together.Ask(() => TotalsAsync(month.Whole, days, cancel));
        var counts = together.Ask(() => days.Count > FewParts ? CountsInOnePassAsync(month, days, cancel) : CountsAsync(month, cancel));
        await together.RunAsync(cancel);
        return [.. (await totals).Zip(await counts)];
    }

    private async Task<Totals[]> TotalsAsync(Period month, List<Period> parts, CancellationToken cancel)
    {
        var totals = new Totals[parts.Count];
        await foreach (var day in Days.Of(db)(db, month.From, month.To).WithCancellation(cancel))
        {
            if (RangeBuckets.IndexOf(parts, day.Day) is var at and >= 0) totals[at] += Totals.Of(day);
        }

        return totals;
    }

    private async Task<IEnumerable<CustomerCounts>> CountsAsync(FiguresParts month, CancellationToken cancel)
    {
        var together = db.AskTogether();
        var counts = month.All.Select(part => together.Ask(() => Customers.Of(db)(db, part.Start, part.Days.From, part.Days.To))).ToList();
        await together.RunAsync(cancel);
        return await Task.WhenAll(counts);
    }

    // For a month of days one pass over its customers costs a tenth of a query for each day.
    private async Task<IEnumerable<CustomerCounts>> CountsInOnePassAsync(FiguresParts month, List<Period> days, CancellationToken cancel)
    {
        var rows = days.Select(_ => new List<CustomerDay>()).ToArray();
        await foreach (var row in CustomerDays.Of(db)(db, month.Whole.From, month.Whole.To).WithCancellation(cancel))
        {
            if (RangeBuckets.IndexOf(days, row.Day) is var at and >= 0) rows[at].Add(row);
        }

        return rows.Zip(month.All, (some, part) => CustomerCounts.Of(some, part.Start));
    }
}
