using System.Globalization;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory.Valuation;

/// <summary>Through which day the shop's stock is closed.</summary>
public sealed class ClosedPeriods(AppDb db)
{
    /// <summary>The last closed day, or nothing.</summary>
    public Task<DateOnly?> ThroughAsync(CancellationToken cancel) => db.ClosedPeriods.Where(period => period.ReopenedAt == null).MaxAsync(period => (DateOnly?)period.Through, cancel);

    /// <summary>Why nothing more can be booked on this day; nothing when it is open.</summary>
    public async Task<Problem?> RefusesAsync(DateOnly day, string field, CancellationToken cancel) => await ThroughAsync(cancel) is { } closed && day <= closed
        ? new Problem("period_closed", $"Stock is closed through {closed.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}: choose a later day, or open that period again.", field, ProblemKind.Conflict)
        : null;
}
