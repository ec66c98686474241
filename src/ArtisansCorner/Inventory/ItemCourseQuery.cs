using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>A week of a product: pieces that left for customers − pieces that came back.</summary>
public sealed record SoldWeek(Period Days, long Pieces);

/// <summary>What one piece cost when pieces came.</summary>
/// <param name="Day">The business day.</param>
/// <param name="VariantId">Of what.</param>
/// <param name="Pieces">How many came.</param>
/// <param name="Each">What one of them cost, in minor units with parts of one.</param>
/// <param name="Reason">Whether they were made or bought.</param>
public sealed record PaidCost(DateOnly Day, Guid VariantId, long Pieces, decimal Each, StockReason Reason);

/// <summary>A product over time.</summary>
/// <param name="Weeks">The last twelve weeks, this one included, oldest first.</param>
/// <param name="Costs">What pieces cost that came last, newest first; what was taken back is left out.</param>
public sealed record StockCourse(IReadOnlyList<SoldWeek> Weeks, IReadOnlyList<PaidCost> Costs);

/// <summary>The stock ledger of one product, looked at over time.</summary>
public sealed class ItemCourseQuery(AppDb db, CurrentShop shop, TimeProvider time)
{
    private const int Weeks = 12;
    private const int MostCosts = 12;
    private const int DaysOfWeek = 7;

    /// <summary>The course of all that the ledger has of these together.</summary>
    public async Task<StockCourse> RunAsync(StockOf of, CancellationToken cancel)
    {
        IQueryable<StockMovement> movements = db.StockMovements;
        if (of.Variants(db) is { } variants) movements = movements.Where(row => variants.Contains(row.VariantId));
        var together = db.AskTogether();
        var weeks = together.Ask(() => WeeksAsync(movements, cancel));
        var costs = together.Ask(() => CostsAsync(movements, cancel));
        await together.RunAsync(cancel);
        return new StockCourse(await weeks, await costs);
    }

    private async Task<IReadOnlyList<SoldWeek>> WeeksAsync(IQueryable<StockMovement> movements, CancellationToken cancel)
    {
        var today = shop.Facts.Zone.DayOf(time.GetUtcNow());
        var monday = today.AddDays(-((today.DayOfWeek - shop.Facts.FirstDayOfWeek + DaysOfWeek) % DaysOfWeek));
        var first = monday.AddDays(-DaysOfWeek * (Weeks - 1));
        var start = shop.Facts.Zone.StartOf(first);
        var days = await movements.Where(row => row.At >= start && row.Day <= today && (row.Reason == StockReason.Sold || row.Reason == StockReason.Returned))
            .GroupBy(row => row.Day).Select(day => new { day.Key, Pieces = -day.Sum(row => row.Quantity) }).ToListAsync(cancel);
        return [.. Enumerable.Range(0, Weeks).Select(i => new Period(first.AddDays(DaysOfWeek * i), first.AddDays((DaysOfWeek * (i + 1)) - 1)))
            .Select(week => new SoldWeek(week.To > today ? week with { To = today } : week, days.Where(day => week.Contains(day.Key)).Sum(day => day.Pieces)))];
    }

    private async Task<IReadOnlyList<PaidCost>> CostsAsync(IQueryable<StockMovement> movements, CancellationToken cancel)
    {
        var all = db.StockMovements;
        var rows = await movements.AsNoTracking()
            .Where(row => row.Quantity > 0 && (row.Reason == StockReason.Made || row.Reason == StockReason.Received) && !all.Any(other => other.CauseId == row.Id) && !all.Any(other => other.Id == row.CauseId))
            .OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(MostCosts).ToListAsync(cancel);
        return [.. rows.Where(row => row.Value + row.TrueUp > 0).Select(row => new PaidCost(row.Day, row.VariantId, row.Quantity, (decimal)(row.Value + row.TrueUp) / row.Quantity, row.Reason))];
    }
}
