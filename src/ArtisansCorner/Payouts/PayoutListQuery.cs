using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Payouts;

/// <summary>The payouts of the shop, latest first, each with what it is made of as far as the channel's account tells.</summary>
public sealed class PayoutListQuery(AppDb db)
{
    /// <summary>Some of them, after the cursor; of these days where they are given.</summary>
    public async Task<Paged<PayoutItem>> RunAsync(Period? range, Cursor? after, int limit, CancellationToken cancel)
    {
        var (payouts, channels) = (db.Payouts.AsNoTracking(), db.Channels);
        if (range is { } days) payouts = payouts.Where(payout => payout.Day >= days.From && payout.Day <= days.To);
        if (after is { } place)
        {
            var day = DateOnly.FromDayNumber((int)Math.Clamp(place.Ticks, 0, DateOnly.MaxValue.DayNumber));
            payouts = payouts.Where(payout => payout.Day < day || (payout.Day == day && payout.Id < place.Id));
        }

        var some = payouts.OrderByDescending(payout => payout.Day).ThenByDescending(payout => payout.Id).Take(limit + 1);
        var together = db.AskTogether();
        var rows = together.Ask(() => some
            .Select(payout => new { Payout = payout, Channel = channels.Where(channel => channel.Id == payout.ChannelId).Select(channel => channel.Name).First() }).ToListAsync(cancel));
        var accounts = together.Ask(() => MadeOfAsync(some.Select(payout => payout.ExternalId), cancel));
        await together.RunAsync(cancel);
        var page = Paging.Cut(await rows, limit, row => new Cursor(row.Payout.Day.DayNumber, row.Payout.Id));
        var made = await accounts;
        return new Paged<PayoutItem>([.. page.Items.Select(row => Item(row.Payout, row.Channel, made))], page.Next);
    }

    private static PayoutItem Item(Payout payout, string channel, Accounts made)
    {
        var parts = made.Parts[(payout.ChannelId, payout.ExternalId)].ToList();
        PayoutParts? of = parts.Count == 0 ? null : new(Sum(EntryKind.Sale), Sum(EntryKind.Refund), Sum(EntryKind.Fee), Sum(EntryKind.Tax), Sum(EntryKind.Adjustment));
        var covered = made.Known.TryGetValue(payout.ChannelId, out var known) && payout.Day >= known.First && payout.Day <= known.Last;
        long? unexplained = of is not null ? payout.Amount - of.Total : !covered ? null : made.Booked.Contains((payout.ChannelId, payout.ExternalId)) ? 0 : payout.Amount;
        return new PayoutItem(payout.Id, channel, payout.ExternalId, payout.Day, payout.Amount, payout.Account, of, unexplained);

        long Sum(EntryKind kind) => parts.Where(part => part.Kind == kind).Sum(part => part.Net);
    }

    private async Task<Accounts> MadeOfAsync(IQueryable<string> numbers, CancellationToken cancel)
    {
        var entries = db.AccountEntries;
        var together = db.AskTogether();
        var booked = together.Ask(() => entries.Where(entry => entry.PayoutExternalId != null && numbers.Contains(entry.PayoutExternalId))
            .GroupBy(entry => new { entry.ChannelId, Number = entry.PayoutExternalId!, entry.Kind }).Select(alike => new { alike.Key.ChannelId, alike.Key.Number, alike.Key.Kind, Net = alike.Sum(entry => entry.Net) }).ToListAsync(cancel));
        var known = together.Ask(() => entries.GroupBy(entry => entry.ChannelId).Select(alike => new { alike.Key, First = alike.Min(entry => entry.Day), Last = alike.Max(entry => entry.Day) })
            .ToDictionaryAsync(one => one.Key, one => (one.First, one.Last), cancel));
        await together.RunAsync(cancel);
        var sums = await booked;
        return new Accounts(
            sums.Where(sum => sum.Kind != EntryKind.Payout).ToLookup(sum => (sum.ChannelId, sum.Number), sum => (sum.Kind, sum.Net)),
            sums.Where(sum => sum.Kind == EntryKind.Payout).Select(sum => (sum.ChannelId, sum.Number)).ToHashSet(),
            await known);
    }

    private sealed record Accounts(ILookup<(Guid, string), (EntryKind Kind, long Net)> Parts, HashSet<(Guid, string)> Booked, Dictionary<Guid, (DateOnly First, DateOnly Last)> Known);
}

/// <summary>One payout in a list. Amounts are minor units.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Channel">Who sent it.</param>
/// <param name="Number">What it is told apart by.</param>
/// <param name="Day">The business day it was sent on.</param>
/// <param name="Amount">How much.</param>
/// <param name="Account">The last digits of the account it went to.</param>
/// <param name="MadeOf">What it is made of, where the channel says so payout by payout.</param>
/// <param name="Unexplained">What of it the account does not tell of; nothing while no statement of these days is here.</param>
public sealed record PayoutItem(Guid Id, string Channel, string Number, DateOnly Day, long Amount, string? Account, PayoutParts? MadeOf, long? Unexplained);

/// <summary>What a payout is made of, as each changes the balance, in minor units.</summary>
/// <param name="Sales">What buyers paid.</param>
/// <param name="Refunds">What they got back.</param>
/// <param name="Fees">What the channel kept.</param>
/// <param name="Tax">What it kept as tax.</param>
/// <param name="Adjustments">Anything else.</param>
public sealed record PayoutParts(long Sales, long Refunds, long Fees, long Tax, long Adjustments)
{
    /// <summary>All of it.</summary>
    public long Total => Sales + Refunds + Fees + Tax + Adjustments;
}
