using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Shops;

/// <summary>For what several may write at once where no row stands yet that they could wait at.</summary>
public static class HoldShop
{
    /// <summary>Holds the shop's row until the transaction that is open ends: of those who do so first of all, one works at a time.</summary>
    public static Task<Shop> HoldShopAsync(this AppDb db, Guid shopId, CancellationToken cancel) => db.Shops.Where(shop => shop.Id == shopId).LockedForUpdate().FirstAsync(cancel);
}
