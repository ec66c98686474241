using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>An alert that was not quiet before.</summary>
public sealed record AlertQuietBefore(Guid Id);

/// <summary>Keeps an open alert quiet for some days; it speaks again by itself, or at once.</summary>
public sealed class SnoozeAlert(AppDb db, Outbox outbox, TimeProvider time)
{
    /// <summary>The alert, or what is wrong.</summary>
    public async Task<Outcome<Guid>> RunAsync(Guid id, int days, CancellationToken cancel) =>
        days is < 1 or > 365 ? new Problem("days_out_of_range", "An alert can be snoozed for 1 to 365 days.", "Days") : await WriteAsync(id, time.GetUtcNow().AddDays(days), cancel);

    /// <summary>Lets an alert speak again; or tells what is wrong.</summary>
    public Task<Outcome<Guid>> WakeAsync(Guid id, CancellationToken cancel) => WriteAsync(id, null, cancel);

    private async Task<Outcome<Guid>> WriteAsync(Guid id, DateTimeOffset? quietUntil, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var alert = await db.StockAlerts.FirstOrDefaultAsync(row => row.Id == id, cancel);
        if (alert is null) return new Problem("unknown_alert", "There is no such alert.", Kind: ProblemKind.NotFound);
        if (alert.ResolvedAt is not null) return new Problem("alert_resolved", "Stock is back already.", Kind: ProblemKind.Conflict);
        alert.SnoozedUntil = quietUntil;
        outbox.Add(new StockChanged([alert.VariantId]));
        await write.CommitAsync(cancel);
        return id;
    }
}
