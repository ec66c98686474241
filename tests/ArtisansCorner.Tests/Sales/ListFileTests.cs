using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Sales;

public abstract class ListFileTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : ListFileTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : ListFileTests(app);

    [Fact]
    public async Task The_list_of_sales_is_a_file_with_the_filters_of_the_page_and_runs_nothing()
    {
        var shop = await app.OpenShopAsync("KWD", "KW", "Asia/Kuwait");
        (await shop.PostAsync("sales", new { channel = "Fair", soldAt = "2026-05-01T06:30:00Z", customer = new { name = "=1+1", email = "one@example.com" }, lines = new[] { new { title = "Bowl, \"big\"", quantity = 2, unitPrice = 4750 } } })).Is(201);
        (await shop.PostAsync("sales", new { channel = "Etsy", externalId = "7", day = "2026-05-02", lines = new[] { new { title = "Cup", quantity = 1, unitPrice = 1 } } })).Is(201);
        var fair = (await shop.GetAsync("sales?channel=Fair")).Is(200)["items"][0];
        string[] file =
        [
            "Day,Time,Order,Channel,Place,Customer,What,Pieces,Gross sales (KWD),Discounts (KWD),Total (KWD),Given back (KWD),State,Sale",
            $"2026-05-01,09:30,,Fair,,'=1+1,\"Bowl, \"\"big\"\" × 2\",2,9.500,0.000,9.500,0.000,Paid,{(Guid)fair["id"]}",
            "",
        ];
        foreach (var address in (string[])[shop.Api("sales.csv?channel=fair"), $"/{shop.Slug}/sales.csv?channel=Fair"])
            Assert.Equal(string.Join("\r\n", file), await shop.Http.GetStringAsync(address, TestContext.Current.CancellationToken));
        Assert.Equal(4, (await shop.Http.GetStringAsync(shop.Api("sales.csv"), TestContext.Current.CancellationToken)).Split("\r\n").Length);
        Assert.Contains($"/{shop.Slug}/sales.csv?channel=Fair", await shop.Http.GetStringAsync($"/{shop.Slug}/sales?channel=Fair", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_stock_is_a_file_with_the_filters_of_the_page()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", 1850, pieces: 2, unitCost: 300, name: "Mug");
        await shop.AddProductAsync("BOWL", 2600, name: "Bowl");
        const string Headings = "Product,Variant,Code,Offered,State,On hand,Available,Set aside,To come,Days left,Low at,Price (GBP),Value at cost (GBP)\r\n";
        foreach (var address in (string[])[shop.Api("stock.csv?show=low"), $"/{shop.Slug}/inventory.csv?show=low"])
            Assert.Equal(Headings + "Mug,,MUG,From the shelf,Low,2,2,0,0,,3,18.50,6.00\r\n", await shop.Http.GetStringAsync(address, TestContext.Current.CancellationToken));
        Assert.Contains("Bowl,,BOWL,From the shelf,Uncounted,,,0,0,,3,26.00,0.00\r\n", await shop.Http.GetStringAsync(shop.Api("stock.csv"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("/inventory.csv?show=low", await shop.Http.GetStringAsync($"/{shop.Slug}/inventory?show=low", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
