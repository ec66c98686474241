using System.Net;
using ArtisansCorner.Shops;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Shops;

public sealed class ViewAddressTests
{
    [Theory]
    [InlineData("/clay/analytics?period=28d&channel=Etsy", "analytics?period=28d&channel=Etsy")]
    [InlineData("sales?q=mug%20blue", "sales?q=mug%20blue")]
    [InlineData("/clay/analytics/products", "analytics/products")]
    public void A_page_of_the_shop_is_kept_without_the_shops_name(string address, string kept) => Assert.Equal(kept, ViewAddress.Read(address, "clay").Value);

    [Theory]
    [InlineData("https://evil.example/sales")]
    [InlineData("//evil.example/sales")]
    [InlineData("/other/sales")]
    [InlineData("/clay/sales/../../other/sales")]
    [InlineData("/clay/settings/webhooks")]
    [InlineData("/clay//sales")]
    [InlineData("sales\\evil")]
    [InlineData("sales?a=b\r\nSet-Cookie: x=y")]
    [InlineData("sales#x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_refused(string? address) => Assert.Equal("not_a_page", Assert.Single(ViewAddress.Read(address, "clay").Problems).Code);
}

public abstract class SavedViewTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : SavedViewTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : SavedViewTests(app);

    [Fact]
    public async Task A_view_gets_another_name()
    {
        var shop = await app.OpenShopAsync();
        var view = (Guid)(await shop.PostAsync("views", new { name = "Etsy", address = "analytics?channel=Etsy" })).Is(201)["id"];
        Assert.Equal("Etsy, all of it", (string?)(await shop.PutAsync($"views/{view}", new { name = " Etsy, all of it " })).Is(200)["name"]);
        (await shop.PutAsync($"views/{view}", new { name = " " })).Refuses(422, "name");
        (await shop.PutAsync($"views/{Guid.CreateVersion7()}", new { name = "x" })).Is(404);
    }

    [Fact]
    public async Task A_view_is_saved_on_the_page_opened_by_its_short_link_renamed_and_taken_away()
    {
        var shop = await app.OpenShopAsync();
        var saved = await shop.PostFormAsync("analytics", "views/save", ("name", "Etsy lately"), ("address", $"/{shop.Slug}/analytics?period=28d&channel=Etsy"));
        Assert.Contains("Saved as “Etsy lately”", saved.Text, StringComparison.Ordinal);
        var view = Assert.Single((await shop.GetAsync("views")).Is(200)["items"]);
        Assert.Equal("analytics?period=28d&channel=Etsy", (string?)view["address"]);
        var id = (Guid)view["id"];
        var opened = await shop.Http.GetAsync(new Uri($"/{shop.Slug}/views/{id}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.EndsWith($"/{shop.Slug}/analytics?period=28d&channel=Etsy", opened.Headers.Location?.ToString() ?? opened.RequestMessage!.RequestUri!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Etsy often", (await shop.PostFormAsync("views", $"views/{id}/rename", ("name", "Etsy often"))).Text, StringComparison.Ordinal);
        var gone = await shop.PostFormAsync("views", $"views/{id}/remove");
        Assert.Equal(HttpStatusCode.NotFound, (await shop.Http.GetAsync(new Uri($"/{shop.Slug}/views/{id}", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        await shop.PostFormAsync("analytics", gone.Undo!);
        Assert.Equal("Etsy often", (string?)Assert.Single((await shop.GetAsync("views")).Is(200)["items"])["name"]);
    }

    [Fact]
    public async Task Days_with_a_name_stay_that_on_the_list_of_sales_whenever_it_is_opened()
    {
        var shop = await app.OpenShopAsync();
        await shop.SellAnythingAsync(4200);
        var today = app.Time.GetUtcNow().ToString("yyyy-MM-dd", null);
        var first = app.Time.GetUtcNow().AddDays(-27).ToString("yyyy-MM-dd", null);
        var page = await shop.Http.GetStringAsync($"/{shop.Slug}/sales?from={first}&to={today}&channel=Fair", TestContext.Current.CancellationToken);
        Assert.Contains($"value=\"/{shop.Slug}/sales?channel=Fair&amp;period=last-28-days\"", page, StringComparison.Ordinal);
        var opened = await shop.Http.GetAsync(new Uri($"/{shop.Slug}/sales?channel=Fair&period=last-28-days", UriKind.Relative), TestContext.Current.CancellationToken);
        var there = opened.Headers.Location?.ToString() ?? opened.RequestMessage!.RequestUri!.ToString();
        Assert.Contains($"from={first}&to={today}&channel=Fair", there, StringComparison.Ordinal);
        Assert.Equal(200, (int)(await shop.Http.GetAsync(new Uri($"/{shop.Slug}/sales?period=moon", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_api_saves_and_refuses_and_other_shops_see_nothing()
    {
        var (shop, other) = (await app.OpenShopAsync(), await app.OpenShopAsync());
        (await shop.PostAsync("views", new { name = "Out", address = "https://evil.example/" })).Refuses(422, "address");
        (await shop.PostAsync("views", new { name = " ", address = "sales" })).Refuses(422, "name");
        (await shop.PostAsync("views", new { name = new string('x', 81), address = "sales" })).Refuses(422, "name");
        var view = (await shop.PostAsync("views", new { name = "All", address = "sales" })).Is(201);
        Assert.Empty((await other.GetAsync("views")).Is(200)["items"]);
        (await other.DeleteAsync($"views/{(Guid)view["id"]}")).Refuses(404);
        (await shop.DeleteAsync($"views/{(Guid)view["id"]}")).Is(204);
        (await shop.GetAsync($"views/{(Guid)view["id"]}")).Refuses(404);
    }
}
