using System.Globalization;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory.Valuation;

/// <summary>Where the closed part of a shop's ledger ends.</summary>
/// <param name="Through">Its last day.</param>
/// <param name="Until">The moment that day ended, by the clock it was closed by.</param>
public readonly record struct Closed(DateOnly Through, DateTimeOffset Until);

/// <summary>Through which day the shop's stock is closed.</summary>
public sealed class ClosedPeriods(AppDb db, CurrentShop shop)
{
    /// <summary>Where what is closed ends, or nothing; another clock does not move that.</summary>
    public async Task<Closed?> LastAsync(CancellationToken cancel)
    {
        var last = await db.ClosedPeriods.Where(period => period.ReopenedAt == null).OrderByDescending(period => period.Through).Select(period => new { period.Through, period.Until }).FirstOrDefaultAsync(cancel);
        return last is null ? null : new Closed(last.Through, last.Until ?? shop.Facts.Zone.StartOf(last.Through.AddDays(1)));
    }

    /// <summary>The last closed day, or nothing.</summary>
    public async Task<DateOnly?> ThroughAsync(CancellationToken cancel) => (await LastAsync(cancel))?.Through;

    /// <summary>Why nothing more can be booked on this day; nothing when it is open.</summary>
    public async Task<Problem?> RefusesAsync(DateOnly day, string field, CancellationToken cancel) => await ThroughAsync(cancel) is { } closed && day <= closed
        ? new Problem("period_closed", $"Stock is closed through {closed.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}: choose a later day, or open that period again.", field, ProblemKind.Conflict)
        : null;
}
