using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Catalog;

/// <summary>Writes down what a product or a material was before a change and what it became, inside the transaction that is open.</summary>
public sealed class WriteChange(AppDb db, CurrentShop shop, Outbox outbox, TimeProvider time)
{
    /// <summary>The change, to be saved by the caller; nothing where nothing became different.</summary>
    public Guid? Add(Product product, string before, string after, Guid? batchId = null)
    {
        if (after == before) return null;
        product.Version++;
        var change = new ProductChange
        {
            Id = Guid.CreateVersion7(), ShopId = shop.Id, ProductId = product.Id, BatchId = batchId, Before = before, After = after,
            At = time.GetUtcNow(), By = shop.Actor.UserId, Through = shop.Actor.Through,
        };
        db.ProductChanges.Add(change);
        outbox.Add(new ProductChanged(product.Id));
        return change.Id;
    }
}
