using System.Net;
using ArtisansCorner.Accounts;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Email;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Shops;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing;

/// <summary>Tells whoever uploaded a file how it ended, when that took longer than anyone waits for or went wrong; once, however often it hears of it.</summary>
public sealed class MailImport(AppDb db, CurrentShop shop, QueueEmail queue, SiteAddress site) : IHandle<ImportFinished>
{
    /// <summary>Who waits longer than this has gone on to something else.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public async Task HandleAsync(IReadOnlyList<ImportFinished> happened, CancellationToken cancel)
    {
        var ids = happened.Select(finished => finished.ImportId).Distinct().ToList();
        await using var write = await db.BeginWriteAsync(cancel);
        var (emails, members) = (db.Emails, db.Members);
        var over = await db.Imports.AsNoTracking().Where(import => ids.Contains(import.Id) && import.CreatedBy != null && !emails.Any(email => email.CauseId == import.Id))
            .Join(db.Users, import => import.CreatedBy, user => user.Id, (import, user) => new { Import = import, user.Email, user.Id }).Where(row => row.Email != null && members.Any(member => member.UserId == row.Id)).ToListAsync(cancel);
        foreach (var row in over.Where(row => IsWorthTelling(row.Import))) queue.Add(row.Email!, row.Import.Id, ContentOf(row.Import));
        await write.CommitAsync(cancel);
    }

    private static bool IsWorthTelling(Import import) => import.Status == ImportStatus.Failed || (import.Status == ImportStatus.Done && import.FinishedAt - import.StepStartedAt > Patience);

    private EmailContent ContentOf(Import import)
    {
        var details = ImportDetails.Of(import, null, import.FinishedAt ?? import.CreatedAt);
        var failed = import.Status == ImportStatus.Failed;
        var words = failed ? import.Error ?? "Nothing was changed." : $"{ImportWords.Adds(details)}.";
        var aside = !failed && import.Rejected > 0 ? $" {ImportWords.Count(import.Rejected, "row was", "rows were")} set aside; you find them with the import." : "";
        var subject = failed ? $"{import.FileName} did not go in" : $"{import.FileName} is in";
        var link = site.Of($"/{shop.Facts.Slug}/import/{import.Id}");
        var where = $"You find it under Import in {shop.Facts.Name}";
        var text = $"{words}{aside}\r\n\r\n{where}{(link is null ? "." : $": {link}")}\r\n";
        var found = link is null ? $"{WebUtility.HtmlEncode(where)}." : $"<a href=\"{WebUtility.HtmlEncode(link)}\">See it</a> under Import in {WebUtility.HtmlEncode(shop.Facts.Name)}.";
        return new EmailContent(subject, text, $"<!DOCTYPE html><html lang=\"en\"><body style=\"font-family:sans-serif;line-height:1.5;max-width:32em;margin:1em auto;padding:0 1em\"><p>{WebUtility.HtmlEncode(words + aside)}</p>\r\n<p>{found}</p></body></html>");
    }
}
