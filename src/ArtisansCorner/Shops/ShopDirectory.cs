using System.ComponentModel;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Hybrid;

namespace ArtisansCorner.Shops;

/// <summary>
/// Which shops a user is a member of, remembered for moments, and what a shop is, read each time: who reacts to a change of the shop
/// runs right after its commit and shall not meet what was before. Reads in a scope of its own,
/// for one that asks may wait for another's reading, whose request may end first.
/// </summary>
public sealed class ShopDirectory(IServiceScopeFactory scopes, HybridCache cache) : IShopFactsSource
{
    /// <summary>The user's shops, oldest first.</summary>
    public async ValueTask<IReadOnlyList<Membership>> OfUserAsync(Guid userId, CancellationToken cancel) =>
        (await cache.GetOrCreateAsync(UserKey(userId), (scopes, userId), static (state, stop) => ReadAsync(state.scopes, state.userId, stop), cancellationToken: cancel)).All;

    /// <inheritdoc />
    public async Task<ShopFacts?> FindAsync(Guid shopId, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<AppDb>().Shops.AsNoTracking().FirstOrDefaultAsync(shop => shop.Id == shopId, cancel))?.Facts;
    }

    /// <summary>Forgets what was remembered of a shop, for each of its members, after it was changed.</summary>
    public async Task ForgetShopAsync(Guid shopId, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var members = await scope.ServiceProvider.GetRequiredService<AppDb>().Members.IgnoreQueryFilters([AppDb.ShopFilter])
            .Where(member => member.ShopId == shopId).Select(member => member.UserId).ToListAsync(cancel);
        foreach (var member in members) await cache.RemoveAsync(UserKey(member), cancel);
    }

    private static async ValueTask<Memberships> ReadAsync(IServiceScopeFactory scopes, Guid userId, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var rows = await db.Members.IgnoreQueryFilters([AppDb.ShopFilter]).AsNoTracking()
            .Where(member => member.UserId == userId)
            .Join(db.Shops, member => member.ShopId, shop => shop.Id, (member, shop) => new { shop, member.Role })
            .OrderBy(row => row.shop.CreatedAt)
            .ToListAsync(cancel);
        return new Memberships([.. rows.Select(row => new Membership(row.shop.Facts, row.Role))]);
    }

    private static string UserKey(Guid userId) => $"shops-of:{userId:N}";

    /// <summary>What is remembered of a user: handed out as it is, not read from its JSON with each request.</summary>
    [ImmutableObject(true)]
    private sealed record Memberships(IReadOnlyList<Membership> All);
}

/// <summary>A shop, and what the user is in it.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Role">The user's role.</param>
public sealed record Membership(ShopFacts Shop, Role Role);
