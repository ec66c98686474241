using ArtisansCorner.Accounts;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Email;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>How somebody heard of low stock before they chose otherwise, and what they chose.</summary>
public sealed record AlertMailBefore(AlertMail Was, AlertMail Became);

/// <summary>Sets how a member hears of low stock by e-mail, tells how that is, and sends a test.</summary>
public sealed class ChooseAlertMail(AppDb db, CurrentShop shop, QueueEmail queue, StopToken stop, IEmailSender sender, TimeProvider time)
{
    private const int MostTests = 5;

    /// <summary>What was chosen; never, until something is.</summary>
    public async Task<AlertMail> OfAsync(Guid userId, CancellationToken cancel) =>
        await db.AlertChoices.Where(choice => choice.UserId == userId).Select(choice => choice.Mail).FirstOrDefaultAsync(cancel);

    /// <summary>Chooses; <paramref name="site"/> is where the person does so.</summary>
    public async Task RunAsync(Guid userId, AlertMail mail, string? site, CancellationToken cancel) => await db.TryAgainAsync(async () =>
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var choice = await db.AlertChoices.FirstOrDefaultAsync(row => row.UserId == userId, cancel);
        if (choice is null) db.AlertChoices.Add(choice = new AlertChoice { ShopId = shop.Id, UserId = userId, Mail = mail, Site = site ?? "" });
        choice.Mail = mail;
        choice.Site = site ?? choice.Site;
        // Who chooses the morning hears of it from the next one on.
        choice.ToldOn = shop.Facts.Zone.DayOf(time.GetUtcNow());
        await write.CommitAsync(cancel);
        return mail;
    });

    /// <summary>Makes one's choice what it was before a change, as long as one did not choose again since.</summary>
    public async Task<Outcome<Guid>> UndoAsync(AlertMailBefore before, CancellationToken cancel)
    {
        var me = shop.Actor.UserId!.Value;
        if (await OfAsync(me, cancel) != before.Became) return Problem.Stale;
        await RunAsync(me, before.Was, null, cancel);
        return me;
    }

    /// <summary>Sends a test to oneself, a few in an hour; tells the e-mail.</summary>
    public async Task<Outcome<Guid>> TestAsync(Guid userId, string site, CancellationToken cancel)
    {
        if (!sender.ReachesPeople) return NoMailServer;
        await using var write = await db.BeginWriteAsync(cancel);
        var since = time.GetUtcNow().AddHours(-1);
        if (await db.Emails.CountAsync(email => email.CauseId == userId && email.AskedAt > since, cancel) >= MostTests)
            return new Problem("too_many_tests", $"At most {MostTests} tests an hour. Try again in a while.", Kind: ProblemKind.TooMany);
        var to = await db.Users.Where(user => user.Id == userId).Select(user => user.Email!).FirstAsync(cancel);
        var id = queue.Add(to, userId, AlertEmail.Test(shop.Facts, stop.AddressesOf(site, shop.Id, userId)));
        await write.CommitAsync(cancel);
        return id;
    }

    /// <summary>Why nothing can be sent at all.</summary>
    public static readonly Problem NoMailServer = new("no_mail_server", "No mail server is set up here, so nothing can be sent. Ask who runs this installation.", Kind: ProblemKind.Conflict);
}
