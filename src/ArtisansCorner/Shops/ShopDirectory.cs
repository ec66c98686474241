using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Hybrid;

namespace ArtisansCorner.Shops;

/// <summary>
/// Which shops a user is a member of, and what a shop is; remembered for moments. Reads in a scope of its own,
/// for one that asks may wait for another's reading, whose request may end first.
/// </summary>
public sealed class ShopDirectory(IServiceScopeFactory scopes, HybridCache cache) : IShopFactsSource
{
    /// <summary>The user's shops, oldest first.</summary>
    public ValueTask<IReadOnlyList<Membership>> OfUserAsync(Guid userId, CancellationToken cancel) =>
        cache.GetOrCreateAsync(UserKey(userId), (scopes, userId), static (state, stop) => ReadAsync(state.scopes, state.userId, stop), cancellationToken: cancel);

    /// <inheritdoc />
    public async Task<ShopFacts?> FindAsync(Guid shopId, CancellationToken cancel) =>
        await cache.GetOrCreateAsync(
            ShopKey(shopId), (scopes, shopId), static (state, stop) => ReadShopAsync(state.scopes, state.shopId, stop), cancellationToken: cancel);

    /// <summary>Forgets what was remembered, after a shop or a membership changed.</summary>
    public async Task ForgetAsync(Guid shopId, Guid userId, CancellationToken cancel)
    {
        await cache.RemoveAsync(ShopKey(shopId), cancel);
        await cache.RemoveAsync(UserKey(userId), cancel);
    }

    private static async ValueTask<ShopFacts?> ReadShopAsync(IServiceScopeFactory scopes, Guid shopId, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<AppDb>().Shops.AsNoTracking().FirstOrDefaultAsync(shop => shop.Id == shopId, cancel))?.Facts;
    }

    private static async ValueTask<IReadOnlyList<Membership>> ReadAsync(IServiceScopeFactory scopes, Guid userId, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var rows = await db.Members.IgnoreQueryFilters([AppDb.ShopFilter]).AsNoTracking()
            .Where(member => member.UserId == userId)
            .Join(db.Shops, member => member.ShopId, shop => shop.Id, (member, shop) => new { shop, member.Role })
            .OrderBy(row => row.shop.CreatedAt)
            .ToListAsync(cancel);
        return [.. rows.Select(row => new Membership(row.shop.Facts, row.Role))];
    }

    private static string UserKey(Guid userId) => $"shops-of:{userId:N}";

    private static string ShopKey(Guid shopId) => $"shop:{shopId:N}";
}

/// <summary>A shop, and what the user is in it.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Role">The user's role.</param>
public sealed record Membership(ShopFacts Shop, Role Role);
