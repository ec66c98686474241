using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Email;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Sales;

/// <summary>What sending a receipt takes.</summary>
/// <param name="Email">To which address; nothing: the customer's own.</param>
public sealed record NewReceipt(string? Email = null);

/// <summary>Sends a sale's receipt by e-mail, as it stands now; so many an hour and no more, for a shop is no mailing machine.</summary>
public sealed class SendReceipt(AppDb db, SaleQuery sales, CurrentShop shop, IEmailSender sender, QueueEmail queue, ReceiptSettings settings, Repeats repeats, TimeProvider time)
{
    /// <summary>Why nothing can be sent at all.</summary>
    public static readonly Problem NoMailServer = new(
        "no_mail_server", "No mail server is set up here, so nothing can be sent. Print the receipt instead, or ask who runs this installation.", Kind: ProblemKind.Conflict);

    /// <summary>The e-mail that was written down to be sent, or what is wrong.</summary>
    public async Task<Outcome<Guid>> RunAsync(Guid saleId, NewReceipt input, CancellationToken cancel)
    {
        if (await sales.FindAsync(saleId, cancel) is not { } sale) return new Problem("unknown_sale", "There is no such sale.", Kind: ProblemKind.NotFound);
        if (!sender.ReachesPeople) return NoMailServer;
        var to = EmailAddress.Read(input.Email ?? sale.Customer?.Email, nameof(input.Email));
        if (!to.Succeeded) return to.Problems.ToList();
        return await db.TryAgainAsync(() => TryAsync(sale, to.Value, cancel));
    }

    private async Task<Outcome<Guid>> TryAsync(SaleDetails sale, string to, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var repeated = await repeats.FindAsync(cancel);
        if (!repeated.Succeeded) return repeated.Problems.ToList();
        if (repeated.Value is { } earlier) return earlier;
        var since = time.GetUtcNow().AddHours(-1);
        if (await db.Emails.CountAsync(email => email.AskedAt > since, cancel) >= settings.PerHour)
            return new Problem("too_many_receipts", $"At most {settings.PerHour} receipts an hour are sent. Try again in a while.", Kind: ProblemKind.TooMany);
        var id = queue.Add(to, sale.Id, ReceiptEmail.Of(Receipt.Of(sale, shop.Facts)));
        repeats.Remember(id);
        await write.CommitAsync(cancel);
        return id;
    }
}

/// <summary>How many receipts a shop may send.</summary>
/// <param name="PerHour">In an hour.</param>
public sealed record ReceiptSettings(int PerHour);
