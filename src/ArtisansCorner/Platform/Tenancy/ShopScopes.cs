namespace ArtisansCorner.Platform.Tenancy;

/// <summary>Opens a scope inside one shop, for work that no request carries: events, jobs, the command line.</summary>
public sealed class ShopScopes(IServiceScopeFactory scopes)
{
    /// <summary>A scope inside the shop, or nothing when the shop is gone; dispose it when done.</summary>
    public async Task<AsyncServiceScope?> OpenAsync(Guid shopId, Actor actor, CancellationToken cancel) =>
        await FindAsync(shopId, cancel) is { } shop ? Open(shop, actor) : null;

    /// <summary>What the shop is now, or nothing when it is gone.</summary>
    public async Task<ShopFacts?> FindAsync(Guid shopId, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IShopFactsSource>().FindAsync(shopId, cancel);
    }

    /// <summary>A scope inside the shop; dispose it when done.</summary>
    public AsyncServiceScope Open(ShopFacts shop, Actor actor)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentShop>().Enter(shop, actor);
        return scope;
    }
}

/// <summary>Where the platform learns of shops, which live in a module above it.</summary>
public interface IShopFactsSource
{
    /// <summary>The shop with this id, or nothing.</summary>
    Task<ShopFacts?> FindAsync(Guid shopId, CancellationToken cancel);
}
