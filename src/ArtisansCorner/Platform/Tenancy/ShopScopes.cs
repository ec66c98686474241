namespace ArtisansCorner.Platform.Tenancy;

/// <summary>Opens a scope inside one shop, for work that no request carries: events, jobs, the command line.</summary>
public sealed class ShopScopes(IServiceScopeFactory scopes)
{
    /// <summary>A scope inside the shop, or nothing when the shop is gone; dispose it when done.</summary>
    public async Task<AsyncServiceScope?> OpenAsync(Guid shopId, Actor actor, CancellationToken cancel)
    {
        var scope = scopes.CreateAsyncScope();
        var shop = await scope.ServiceProvider.GetRequiredService<IShopFactsSource>().FindAsync(shopId, cancel);
        if (shop is null)
        {
            await scope.DisposeAsync();
            return null;
        }

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
