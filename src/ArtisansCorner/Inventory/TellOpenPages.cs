using ArtisansCorner.Platform.Live;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Inventory;

/// <summary>Tells open pages that stock moved.</summary>
public sealed class TellOpenPages(ILiveFeed live, CurrentShop shop) : IHandle<StockChanged>
{
    /// <inheritdoc />
    public Task HandleAsync(IReadOnlyList<StockChanged> happened, CancellationToken cancel) => live.PublishAsync(shop.Id, LiveTopics.Stock, cancel);
}
