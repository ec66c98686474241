using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Shops;

/// <summary>Changes a shop; what was recorded with a time moves to the days of its new clock, in the background.</summary>
public sealed class ChangeShop(AppDb db, CurrentShop current, ShopDirectory directory, Outbox outbox, TimeProvider time)
{
    /// <summary>The shop's new version, or why it stays as it was. A <paramref name="version"/> that is not the present one is refused as stale.</summary>
    public async Task<Outcome<int>> RunAsync(int? version, ShopSettings input, CancellationToken cancel)
    {
        if (input.Check() is { Count: > 0 } problems) return problems;
        Outcome<int> changed;
        try
        {
            changed = await WriteAsync(version, input, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale;
        }

        if (changed.Succeeded) await directory.ForgetShopAsync(current.Id, cancel);
        return changed;
    }

    private async Task<Outcome<int>> WriteAsync(int? version, ShopSettings input, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var shop = await db.Shops.FirstAsync(row => row.Id == current.Id, cancel);
        if (version is not null && version != shop.Version) return Problem.Stale;
        var (zone, threshold) = (shop.TimeZone, shop.DefaultThreshold);
        shop.Name = input.Name?.Trim() ?? shop.Name;
        shop.Country = Country.TryOf(input.Country)?.Code ?? shop.Country;
        shop.TimeZone = ShopZone.TryOf(input.TimeZone)?.Id ?? shop.TimeZone;
        shop.FirstDayOfWeek = input.FirstDayOfWeek ?? shop.FirstDayOfWeek;
        shop.FiscalYearStartMonth = input.FiscalYearStartMonth ?? shop.FiscalYearStartMonth;
        shop.DefaultThreshold = input.DefaultThreshold ?? shop.DefaultThreshold;
        shop.Version++;
        if (shop.DefaultThreshold != threshold) outbox.Add(new DefaultThresholdChanged());
        if (shop.TimeZone != zone && await BeginMoveAsync(zone, shop.TimeZone, cancel) is { } moving) return moving;
        await write.CommitAsync(cancel);
        return shop.Version;
    }

    private async Task<Problem?> BeginMoveAsync(string from, string to, CancellationToken cancel)
    {
        var move = await db.ClockMoves.FirstOrDefaultAsync(cancel);
        if (move is { FinishedAt: null })
            return new Problem("clock_moving", $"Your sales are still being moved to the clock of {move.ToZone}. Change it again once they are.", nameof(ShopSettings.TimeZone), ProblemKind.Conflict);
        if (move is not null) db.Remove(move);
        await db.SaveChangesAsync(cancel);
        db.ClockMoves.Add(new ClockMove { ShopId = current.Id, FromZone = from, ToZone = to, StartedAt = time.GetUtcNow() });
        outbox.Add(new TimeZoneChanged(from, to));
        return null;
    }
}
