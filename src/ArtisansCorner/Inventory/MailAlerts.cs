using ArtisansCorner.Accounts;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Email;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Shops;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>Writes the e-mails about what became low: at once to those who want that, each alert once to each.</summary>
public sealed class MailAlerts(AppDb db, CurrentShop shop, SellingAlerts alerts, QueueEmail queue, StopToken stop, SiteAddress site, TimeProvider time) : IHandle<StockLow>
{
    /// <inheritdoc />
    public async Task HandleAsync(IReadOnlyList<StockLow> happened, CancellationToken cancel)
    {
        var ids = happened.Select(low => low.AlertId).ToList();
        await using var write = await db.BeginWriteAsync(cancel);
        // A message may come again; an alert is told once.
        var untold = await db.StockAlerts.Where(alert => ids.Contains(alert.Id) && alert.ToldAt == null).ToListAsync(cancel);
        foreach (var alert in untold) alert.ToldAt = time.GetUtcNow();
        var readers = untold.Count == 0 ? [] : await ReadersAsync(AlertMail.AtOnce, cancel);
        var open = readers.Count == 0 ? [] : await alerts.RunAsync([.. untold.Select(alert => alert.Id)], cancel);
        if (open.Count > 0) foreach (var reader in readers) Tell(reader, open);
        await write.CommitAsync(cancel);
    }

    /// <summary>Tells those who want it in the morning what is low, once a day.</summary>
    public async Task TellDailyAsync(DateOnly today, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var open = await alerts.RunAsync(null, cancel);
        foreach (var reader in await ReadersAsync(AlertMail.Daily, cancel))
        {
            if (await db.AlertChoices.Where(choice => choice.UserId == reader.UserId && (choice.ToldOn == null || choice.ToldOn < today))
                .ExecuteUpdateAsync(row => row.SetProperty(choice => choice.ToldOn, today), cancel) == 0) continue;
            if (open.Count > 0) Tell(reader, open);
        }

        await write.CommitAsync(cancel);
    }

    private void Tell(Reader reader, IReadOnlyList<SellingAlert> open) =>
        queue.Add(reader.Email, open[0].Alert.Id, AlertEmail.Of(shop.Facts, SiteOf(reader), open, stop.AddressesOf(SiteOf(reader), shop.Id, reader.UserId)));

    // Where it is not set, the address by which they chose to be told.
    private string SiteOf(Reader reader) => site.Url ?? reader.Site;

    private async Task<IReadOnlyList<Reader>> ReadersAsync(AlertMail mail, CancellationToken cancel) =>
        await db.AlertChoices.Where(choice => choice.Mail == mail)
            .Join(db.Members, choice => choice.UserId, member => member.UserId, (choice, _) => choice)
            .Join(db.Users, choice => choice.UserId, user => user.Id, (choice, user) => new Reader(choice.UserId, user.Email!, choice.Site)).ToListAsync(cancel);

    private sealed record Reader(Guid UserId, string Email, string Site);
}
