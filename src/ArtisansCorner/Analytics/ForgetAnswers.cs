using ArtisansCorner.Catalog;
using ArtisansCorner.Customers;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;

namespace ArtisansCorner.Analytics;

/// <summary>Forgets what was answered, when nothing was sold but what figures are told by has changed: names, categories and tags, groups of customers.</summary>
public sealed class ForgetAnswers(AppDb db) : IHandle<ProductChanged>, IHandle<MakerRenamed>, IHandle<CustomersRescored>
{
    /// <inheritdoc />
    public Task HandleAsync(IReadOnlyList<ProductChanged> happened, CancellationToken cancel) => RunAsync(cancel);

    /// <inheritdoc />
    public Task HandleAsync(IReadOnlyList<MakerRenamed> happened, CancellationToken cancel) => RunAsync(cancel);

    /// <inheritdoc />
    public Task HandleAsync(IReadOnlyList<CustomersRescored> happened, CancellationToken cancel) => RunAsync(cancel);

    private async Task RunAsync(CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        await SalesRevision.CountAsync(db, cancel);
        SalesMonth.CountEvery(db);
        await write.CommitAsync(cancel);
    }
}
