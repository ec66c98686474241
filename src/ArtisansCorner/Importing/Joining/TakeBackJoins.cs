using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Payouts;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing.Joining;

/// <summary>
/// Takes the rows of one import back and puts together anew what they were part of: what other imports tell comes out as if this one had never been.
/// Interrupted, it goes on with the rows that are left.
/// </summary>
internal sealed class TakeBackJoins(AppDb db, FindJoins find, FindPresence presence, BringParts bringParts, MoveImportedStock stock, MakeFacts makeFacts, WriteJoins write, Outbox outbox)
{
    private const int AtOnce = 200;

    /// <summary>Takes all of them back, and counts with the import's plan how many of its sales stay because others tell of them too.</summary>
    public async Task RunAsync(ImportTurn turn, CancellationToken cancel)
    {
        var (importId, done) = (turn.ImportId, 0);
        var mine = db.ChannelRows.Where(row => row.ImportId == importId);
        var total = await mine.Select(row => row.Key).Distinct().CountAsync(cancel);
        while (await mine.Select(row => (Guid?)row.ChannelId).FirstOrDefaultAsync(cancel) is { } channelId)
        {
            var keys = await mine.Where(row => row.ChannelId == channelId).Select(row => row.Key).Distinct().Take(AtOnce).ToListAsync(cancel);
            var draft = new ImportDraft();
            var at = draft.ChannelOf(await db.Channels.Where(channel => channel.Id == channelId).Select(channel => channel.Name).FirstAsync(cancel));
            draft.Channels[at].Id = channelId;
            await find.WithoutAsync(draft, at, keys, importId, cancel);
            var stays = draft.Joins.Count(join => join is { Presence: Presence.Completed, Before.Sale: not null } && join.Before.Sale.ImportId == importId);
            await presence.FindPartsAsync(draft, importId, cancel);
            await bringParts.RunAsync(draft, importId, cancel);
            makeFacts.Begin(draft, importId);
            await stock.BeginAsync(draft, cancel);
            await using var transaction = await db.BeginWriteAsync(cancel);
            await turn.SayAsync(done += keys.Count, Math.Max(total, done), cancel);
            await mine.Where(row => row.ChannelId == channelId && keys.Contains(row.Key)).ExecuteDeleteAsync(cancel);
            var days = await write.RunAsync(draft, draft.Joins, importId, cancel);
            await write.RemoveFormerBuyersAsync(cancel);
            if (stays > 0) await CountAsync(importId, stays, cancel);
            if (days.Count > 0) outbox.Add(new SalesChanged([.. days.Order()]));
            await transaction.CommitAsync(cancel);
            db.ChangeTracker.Clear();
            await turn.TellAsync(cancel);
        }
    }

    // With what was taken back, for who goes on after an interruption sees only what is left.
    private async Task CountAsync(Guid importId, int stays, CancellationToken cancel)
    {
        var import = await db.Imports.FirstAsync(row => row.Id == importId, cancel);
        var plan = ImportPlan.Of(import);
        import.Plan = (plan with { AlsoTold = plan.AlsoTold + stays }).ToJson();
    }
}
