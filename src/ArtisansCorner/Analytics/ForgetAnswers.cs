using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;

namespace ArtisansCorner.Analytics;

/// <summary>Forgets what was answered, when nothing was sold but what figures are told by has changed: names, categories and tags.</summary>
public sealed class ForgetAnswers(AppDb db) : IHandle<ProductChanged>
{
    /// <inheritdoc />
    public async Task HandleAsync(IReadOnlyList<ProductChanged> happened, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        await SalesRevision.CountAsync(db, cancel);
        await write.CommitAsync(cancel);
    }
}
