using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Payouts;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing.Joining;

/// <summary>Brings fees, payouts and account entries of joins to what their rows say, inside the transaction that is open: each once, under its number.</summary>
internal sealed class WriteJoinedMoney(AppDb db, CurrentShop shop, TimeProvider time)
{
    /// <summary>Writes, replaces and removes; tells the business days whose fees differ now.</summary>
    public async Task<IReadOnlyCollection<DateOnly>> RunAsync(ImportDraft draft, IReadOnlyList<DraftJoin> joins, CancellationToken cancel)
    {
        HashSet<DateOnly> days = [];
        foreach (var alike in joins.GroupBy(join => join.Channel))
        {
            var channelId = draft.Channels[alike.Key].Id!.Value;
            days.UnionWith(await FeesAsync(channelId, [.. alike], cancel));
            await PayoutsAsync(channelId, [.. alike], cancel);
            await EntriesAsync(channelId, [.. alike], cancel);
        }

        return days;
    }

    private async Task<IReadOnlyCollection<DateOnly>> FeesAsync(Guid channelId, List<DraftJoin> joins, CancellationToken cancel)
    {
        var numbers = Standing(joins, joined => joined.Fees.Select(fee => fee.Number));
        // One of a sale that was corrected went over into the sale in its place.
        var here = numbers.Count == 0 ? [] : await db.Fees.IgnoreQueryFilters([SalesTables.CountedFilter]).AsNoTracking().Where(fee => fee.ChannelId == channelId).WithNumbers(db, numbers).ToListAsync(cancel);
        var sales = joins.ToDictionary(join => join.Key, SaleOf);
        var wanted = joins.SelectMany(join => join.After.Fees.Select(fee => (join.Key, Fee: fee))).ToList();
        var (added, removed) = await SyncAsync(
            here.Where(fee => fee.CorrectedById is null), wanted.ExceptBy(here.Where(fee => fee.CorrectedById is not null).Select(fee => fee.ExternalId), one => one.Fee.Number),
            fee => fee.ExternalId!, one => one.Fee.Number, fee => fee.Id,
            (id, one) => new Fee
            {
                Id = id, ShopId = shop.Id, ChannelId = channelId, ExternalId = one.Fee.Number, OrderNumber = one.Fee.Number == one.Key ? null : one.Key,
                SaleId = sales.GetValueOrDefault(one.Key), Type = one.Fee.Type, Amount = one.Fee.Amount, Day = one.Fee.Day, ImportId = one.Fee.ImportId,
            },
            fee => (fee.Type, fee.Amount, fee.Day, fee.SaleId, fee.ImportId),
            cancel);
        return [.. added.Concat(removed).Select(fee => fee.Day).Distinct()];
    }

    private async Task PayoutsAsync(Guid channelId, List<DraftJoin> joins, CancellationToken cancel)
    {
        if (!joins.Exists(join => (join.Before.Payout ?? join.After.Payout) is not null)) return;
        var numbers = joins.Where(join => MayStand(join) && (join.Before.Payout ?? join.After.Payout) is not null).Select(join => join.Key).ToList();
        var here = numbers.Count == 0 ? [] : await db.Payouts.AsNoTracking().Where(payout => payout.ChannelId == channelId && numbers.Contains(payout.ExternalId)).ToListAsync(cancel);
        await SyncAsync(
            here, joins.Where(join => join.After.Payout is not null), payout => payout.ExternalId, join => join.Key, payout => payout.Id,
            (id, join) => new Payout
            {
                Id = id, ShopId = shop.Id, ChannelId = channelId, ExternalId = join.Key, Day = join.After.Payout!.Day, Amount = join.After.Payout.Amount, Account = join.After.Payout.Account,
                ImportId = join.After.Payout.ImportId, RecordedAt = time.GetUtcNow(), RecordedBy = shop.Actor.UserId, RecordedThrough = Through.Import,
            },
            payout => (payout.Day, payout.Amount, payout.Account, payout.ImportId),
            cancel);
    }

    private async Task EntriesAsync(Guid channelId, List<DraftJoin> joins, CancellationToken cancel)
    {
        var wanted = joins.SelectMany(join => join.After.Entries.Select(entry => (join, Entry: entry))).ToList();
        var numbers = Standing(joins, joined => joined.Entries.Select(entry => entry.Number));
        if (wanted.Count + numbers.Count == 0) return;
        var here = numbers.Count == 0 ? [] : await db.AccountEntries.AsNoTracking().Where(entry => entry.ChannelId == channelId && numbers.Contains(entry.ExternalId)).ToListAsync(cancel);
        await SyncAsync(
            here, wanted, entry => entry.ExternalId, one => one.Entry.Number, entry => entry.Id,
            (id, one) => new AccountEntry
            {
                Id = id, ShopId = shop.Id, ChannelId = channelId, ExternalId = one.Entry.Number, Day = one.Entry.Day, Kind = one.Entry.Kind, Title = one.Entry.Title, Net = one.Entry.Net,
                OrderNumber = one.Entry.Number == one.join.Key || one.Entry.Kind == EntryKind.Payout ? null : one.join.Key,
                PayoutExternalId = one.Entry.Kind == EntryKind.Payout ? one.join.Key : null, ImportId = one.Entry.ImportId,
            },
            entry => (entry.Day, entry.Kind, entry.Title, entry.Net, entry.ImportId),
            cancel);
    }

    /// <summary>Whether anything of a join can stand already: the sale is here, earlier imports told of it, or this one before it was interrupted.</summary>
    private static bool MayStand(DraftJoin join) => join.SaleId is not null || join.Before != Joined.Nothing || join.Rows.Any(row => row.Presence == Presence.Written);

    /// <summary>The numbers of what can stand already. Of all else nothing is asked: while a table is filled, PostgreSQL takes it for as small as it was and goes through all of it.</summary>
    private static List<string> Standing(IEnumerable<DraftJoin> joins, Func<Joined, IEnumerable<string>> numbers) =>
        [.. joins.Where(MayStand).SelectMany(join => numbers(join.Before).Concat(numbers(join.After))).Distinct()];

    /// <summary>The sale that bears the number of a join once this is written.</summary>
    private static Guid? SaleOf(DraftJoin join) => join.Presence switch
    {
        Presence.New or Presence.Completed => join.Orders[0].Id,
        Presence.Gone => null,
        _ => join.SaleId,
    };

    /// <summary>Rows that are wanted and not here are written, those that differ replaced under their id, those that nobody wants removed.</summary>
    private async Task<(IReadOnlyList<TRow> Added, IReadOnlyList<TRow> Removed)> SyncAsync<TRow, TWanted, TSays>(
        IEnumerable<TRow> here, IEnumerable<TWanted> wanted, Func<TRow, string> numberOf, Func<TWanted, string> wantedNumber, Func<TRow, Guid> idOf,
        Func<Guid, TWanted, TRow> make, Func<TRow, TSays> says, CancellationToken cancel)
        where TRow : class, IBelongsToShop
    {
        var known = here.ToDictionary(numberOf);
        List<TRow> added = [];
        foreach (var one in wanted)
        {
            var old = known.GetValueOrDefault(wantedNumber(one));
            var made = make(old is null ? Guid.CreateVersion7() : idOf(old), one);
            if (old is not null && EqualityComparer<TSays>.Default.Equals(says(old), says(made))) known.Remove(numberOf(old));
            else added.Add(made);
        }

        var removed = known.Values.ToList();
        db.RemoveRange(removed);
        await db.SaveChangesAsync(cancel);
        await db.Engine.InsertAsync(db, added, cancel);
        return (added, removed);
    }
}
