using ArtisansCorner.Platform.Database;
using ArtisansCorner.Shops;
using ArtisansCorner.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Shops;

/// <summary>A bookkeeper reads everything and changes nothing.</summary>
public abstract class BookkeeperTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : BookkeeperTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : BookkeeperTests(app);

    [Fact]
    public async Task A_bookkeeper_reads_and_is_refused_every_change()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 10);
        var sale = (Guid)(await shop.SellAsync("MUG"))["id"];
        var bookkeeper = shop.As(await BookkeeperOfAsync(shop));

        foreach (var list in new[] { "sales", $"sales/{sale}", "products", "stock", "alerts", "analytics/summary", "analytics/series", "imports" }) (await bookkeeper.GetAsync(list)).Is(200);
        (await bookkeeper.PostAsync("sales", new { channel = "Fair", lines = new[] { new { sku = "MUG", quantity = 1 } } })).Refuses(403);
        (await bookkeeper.PostAsync($"sales/{sale}/cancel")).Refuses(403);
        (await bookkeeper.PostAsync($"sales/{sale}/refunds", new { shipping = 1 })).Refuses(403);
        (await bookkeeper.PostAsync("products", new { name = "Bowl", variants = new[] { new { sku = "BOWL", price = 1 } } })).Refuses(403);
        (await bookkeeper.PostAsync("stock/movements", new { sku = "MUG", quantity = 1, reason = "made" })).Refuses(403);
        (await bookkeeper.PostAsync("sample")).Refuses(403);
        Assert.Equal(9, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
    }

    private async Task<ApiClient> BookkeeperOfAsync(TestShop shop)
    {
        var other = await app.OpenShopAsync();
        var browser = await app.NobodyAsync();
        var userId = (Guid)(await browser.PostAsync("auth/login", new { email = other.Email, password = TestShop.Password })).Is(200)["userId"];
        return await shop.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            await using var write = await db.BeginWriteAsync(TestContext.Current.CancellationToken);
            db.Members.Add(new Member { Id = Guid.CreateVersion7(), ShopId = shop.Id, UserId = userId, Role = Role.Bookkeeper, JoinedAt = app.Time.GetUtcNow() });
            await write.CommitAsync(TestContext.Current.CancellationToken);
            return browser;
        });
    }
}
