using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Email;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Sales;

/// <summary>A receipt that was sent, or will be.</summary>
/// <param name="Id">The e-mail.</param>
/// <param name="Email">To whom.</param>
/// <param name="State">How it stands.</param>
/// <param name="AskedAt">When it was asked for.</param>
/// <param name="EndedAt">When the mail server took it, or it was given up.</param>
/// <param name="Failure">Why the last try failed.</param>
public sealed record SentReceipt(Guid Id, string Email, EmailState State, DateTimeOffset AskedAt, DateTimeOffset? EndedAt, string? Failure);

/// <summary>Finds the receipts of a sale.</summary>
public sealed class SentReceipts(AppDb db)
{
    /// <summary>All of them, oldest first.</summary>
    public async Task<IReadOnlyList<SentReceipt>> OfSaleAsync(Guid saleId, CancellationToken cancel) =>
        await db.Emails.AsNoTracking().Where(email => email.CauseId == saleId).OrderBy(email => email.AskedAt).ThenBy(email => email.Id)
            .Select(email => new SentReceipt(email.Id, email.To, email.State, email.AskedAt, email.EndedAt, email.Failure)).ToListAsync(cancel);
}
