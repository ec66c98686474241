using ArtisansCorner.Importing;
using ArtisansCorner.Platform.Messaging;

namespace ArtisansCorner.Webhooks;

/// <summary>Tells which files went in, or could not; no row of them goes out.</summary>
public sealed class AnnounceImports(ImportQuery imports, Announce announce, TimeProvider time) : IHandle<ImportFinished>
{
    /// <inheritdoc />
    public async Task HandleAsync(IReadOnlyList<ImportFinished> happened, CancellationToken cancel)
    {
        if (!await announce.IsHeardAsync(WebhookEvents.ImportFinished, cancel)) return;
        List<Happened> facts = [];
        foreach (var id in happened.Select(one => one.ImportId).Distinct())
        {
            if (await imports.FindAsync(id, cancel) is not { } import) continue;
            facts.Add(new Happened(id, import.FinishedAt ?? time.GetUtcNow(), new
            {
                import.Id,
                import.Status,
                import.FileName,
                import.Format,
                import.Rows,
                import.Accepted,
                import.Rejected,
                import.Adds,
                import.AlreadyHere,
                import.From,
                import.To,
                import.Error,
                import.FinishedAt,
            }));
        }

        await announce.RunAsync(WebhookEvents.ImportFinished, facts, cancel);
    }
}
