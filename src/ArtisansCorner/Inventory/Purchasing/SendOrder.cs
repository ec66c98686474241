using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Email;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory.Purchasing;

/// <summary>What sending an order takes.</summary>
/// <param name="Email">To which address; nothing: the supplier's own.</param>
public sealed record NewOrderMail(string? Email = null);

/// <summary>An order that was e-mailed.</summary>
/// <param name="Id">The e-mail.</param>
/// <param name="To">To which address.</param>
/// <param name="AskedAt">When that was asked for.</param>
/// <param name="State">Whether it was sent.</param>
public sealed record OrderMail(Guid Id, string To, DateTimeOffset AskedAt, EmailState State);

/// <summary>Sends an order to its supplier by e-mail, as it stands now and with its PDF; so many an hour and no more, for a shop is no mailing machine.</summary>
public sealed class SendOrder(AppDb db, PurchaseQuery purchases, CurrentShop shop, IEmailSender sender, QueueEmail queue, Repeats repeats, TimeProvider time)
{
    private const int MostAnHour = 60;

    /// <summary>Why nothing can be sent at all.</summary>
    public static Problem NoMailServer => new(
        "no_mail_server", "No mail server is set up here, so nothing can be sent. Send the PDF instead, or ask who runs this installation.", Kind: ProblemKind.Conflict);

    /// <summary>The e-mail that was written down to be sent, or what is wrong.</summary>
    public async Task<Outcome<Guid>> RunAsync(Guid purchaseId, NewOrderMail input, CancellationToken cancel)
    {
        if (await purchases.FindAsync(purchaseId, cancel) is not { } order) return SavePurchase.Unknown;
        if (order.State == PurchaseState.Cancelled) return new Problem("purchase_cancelled", "This order was called off. Await it again first.", Kind: ProblemKind.Conflict);
        if (!sender.ReachesPeople) return NoMailServer;
        var supplier = await db.Suppliers.AsNoTracking().FirstOrDefaultAsync(one => one.Id == order.SupplierId, cancel);
        var address = string.IsNullOrWhiteSpace(input.Email) ? supplier?.Email : input.Email;
        var to = EmailAddress.Read(address, nameof(input.Email));
        if (!to.Succeeded) return to.Problems.ToList();
        return await db.TryAgainAsync<Outcome<Guid>>(async () =>
        {
            await using var write = await db.BeginWriteAsync(cancel);
            var repeated = await repeats.FindAsync(cancel);
            if (!repeated.Succeeded) return repeated.Problems.ToList();
            if (repeated.Value is { } earlier) return earlier;
            var since = time.GetUtcNow().AddHours(-1);
            if (await db.Emails.CountAsync(email => email.AskedAt > since, cancel) >= MostAnHour)
                return new Problem("too_many_emails", $"At most {MostAnHour} e-mails an hour are sent. Try again in a while.", Kind: ProblemKind.TooMany);
            var id = queue.Add(to.Value, order.Id, OrderEmail.Of(order, supplier, shop.Facts));
            repeats.Remember(id);
            await write.CommitAsync(cancel);
            return id;
        });
    }

    /// <summary>When and where to an order was sent, the latest first.</summary>
    public async Task<IReadOnlyList<OrderMail>> SentAsync(Guid purchaseId, CancellationToken cancel) =>
        await db.Emails.Where(email => email.CauseId == purchaseId).OrderByDescending(email => email.AskedAt).ThenByDescending(email => email.Id)
            .Select(email => new OrderMail(email.Id, email.To, email.AskedAt, email.State)).ToListAsync(cancel);
}
