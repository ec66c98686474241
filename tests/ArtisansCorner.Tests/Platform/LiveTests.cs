using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Platform;

public abstract class LiveTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : LiveTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : LiveTests(app);

    [Fact]
    public async Task An_open_page_hears_of_a_sale_and_of_the_stock_it_moved()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 10);
        await using var live = await LiveReader.OpenAsync(shop.Http, shop.Id);
        await shop.SellAsync("MUG");
        HashSet<string> heard = [];
        while (!heard.IsSupersetOf(["sales", "stock"])) heard.Add((await live.NextAsync(_ => true)).Topic);
    }

    [Fact]
    public async Task Who_comes_back_hears_what_was_missed()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 10);
        string last;
        await using (var live = await LiveReader.OpenAsync(shop.Http, shop.Id))
        {
            await shop.SellAsync("MUG");
            last = (await live.NextAsync(topic => topic == "sales")).Id;
        }

        await shop.SellAsync("MUG");
        await using var again = await LiveReader.OpenAsync(shop.Http, shop.Id, last);
        var missed = await again.NextAsync(topic => topic == "sales");
        Assert.NotEqual(last, missed.Id);
    }

    [Fact]
    public async Task Who_comes_back_from_another_life_is_told_to_ask_for_everything()
    {
        var shop = await app.OpenShopAsync();
        await using var live = await LiveReader.OpenAsync(shop.Http, shop.Id, "another-42");
        Assert.Equal("everything", (await live.NextAsync(_ => true)).Topic);
    }

    [Fact]
    public async Task Nothing_is_heard_of_another_shop()
    {
        var (mine, theirs) = (await app.OpenShopAsync(), await app.OpenShopAsync());
        foreach (var shop in new[] { mine, theirs }) await shop.AddProductAsync("MUG", pieces: 10);
        await using var live = await LiveReader.OpenAsync(mine.Http, mine.Id);
        await theirs.SellAsync("MUG");
        // Had theirs been heard, it would come before the stock that is moved here.
        (await mine.PostAsync("stock/movements", new { sku = "MUG", quantity = 1, reason = "made" })).Is(201);
        Assert.Equal("stock", (await live.NextAsync(_ => true)).Topic);
    }
}
