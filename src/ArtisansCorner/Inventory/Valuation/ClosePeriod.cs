using System.Globalization;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory.Valuation;

/// <summary>The day through which stock was closed before that was opened again.</summary>
public sealed record PeriodBefore(DateOnly Through);

/// <summary>Closes stock through a day, so that what was told of it to others stays true, and opens the last period again.</summary>
public sealed class ClosePeriod(AppDb db, CurrentShop shop, ValuationQuery valuation, ClosedPeriods periods, TimeProvider time)
{
    private const int MostListed = 200;
    private const int FirstYear = 1990;

    private static Problem Unknown => new("unknown_period", "There is no such closed period.", Kind: ProblemKind.NotFound);

    /// <summary>What was closed, the latest first; what was opened again too.</summary>
    public async Task<IReadOnlyList<ClosedPeriod>> ListAsync(CancellationToken cancel) =>
        await db.ClosedPeriods.AsNoTracking().OrderByDescending(period => period.ClosedAt).ThenByDescending(period => period.Id).Take(MostListed).ToListAsync(cancel);

    /// <summary>The period's id, or why it cannot be closed.</summary>
    public async Task<Outcome<Guid>> RunAsync(DateOnly through, CancellationToken cancel)
    {
        if (through.Year < FirstYear) return new Problem("day_missing", "Through which day? That one is too long ago.", "Through");
        if (through >= shop.Facts.Zone.DayOf(time.GetUtcNow())) return new Problem("period_not_over", "Only days that are over can be closed.", "Through");
        return await db.TryAgainAsync(() => TryAsync(through, cancel));
    }

    /// <summary>Opens the last closed period again, an earlier one only after it; tells the day through which it went. Twice is once.</summary>
    public async Task<Outcome<DateOnly>> ReopenAsync(Guid id, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.ClosedPeriods.Where(period => period.Id == id).LockedForUpdate().FirstOrDefaultAsync(cancel) is not { } period) return Unknown;
        if (period.ReopenedAt is not null) return period.Through;
        if (await periods.ThroughAsync(cancel) > period.Through) return new Problem("later_period_closed", "Open the later period first.", Kind: ProblemKind.Conflict);
        period.ReopenedAt = time.GetUtcNow();
        db.ClosedPeriods.Update(period);
        await write.CommitAsync(cancel);
        return period.Through;
    }

    private async Task<Outcome<Guid>> TryAsync(DateOnly through, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        // Whoever moves stock at this moment is waited for, and whoever comes after finds the period closed; locked in the order in which sales lock them.
        await db.StockLevels.OrderBy(level => level.VariantId).LockedForUpdate().Select(level => level.VariantId).ToListAsync(cancel);
        if (await periods.ThroughAsync(cancel) is { } closed && through <= closed)
            return new Problem("period_closed", $"Stock is closed through {closed.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)} already.", "Through", ProblemKind.Conflict);
        var period = new ClosedPeriod
        {
            Id = Guid.CreateVersion7(), ShopId = shop.Id, Through = through, Until = shop.Facts.Zone.StartOf(through.AddDays(1)), Value = await valuation.ValueAsync(through, cancel), ClosedAt = time.GetUtcNow(), ClosedBy = shop.Actor.UserId,
        };
        db.ClosedPeriods.Add(period);
        await write.CommitAsync(cancel);
        return period.Id;
    }
}
