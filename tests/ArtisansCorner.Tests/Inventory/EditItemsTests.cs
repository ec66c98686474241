using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Inventory;

/// <summary>Prices, levels and counts typed over in the list: all of them or none, and undone at once.</summary>
public abstract class EditItemsTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : EditItemsTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : EditItemsTests(app);

    [Fact]
    public async Task What_is_typed_over_changes_together_and_is_undone_together_once()
    {
        var (shop, mug, bowl) = await OpenAsync();
        var edited = (await shop.PostAsync("stock/edits", new { items = new object[] { new { variantId = mug, price = 1900, threshold = 4, onHand = 7 }, new { variantId = bowl, onHand = 0 } } })).Is(200);
        Assert.Equal(2, (int)edited["changed"]);
        Assert.Equal((1900, 4, 7), await OfAsync(shop, "MUG"));
        Assert.Equal((1000, 6, 0), await OfAsync(shop, "BOWL"));
        Assert.Equal("counted", (string?)(await shop.GetAsync($"stock/movements?variantId={mug}")).Is(200)["items"][0]["reason"]);
        var undo = $"stock/edits/{(Guid)edited["batchId"]}/undo";
        Assert.Equal(204, (await shop.PostAsync(undo)).Status);
        Assert.Equal((1000, 6, 10), await OfAsync(shop, "MUG"));
        Assert.Equal((1000, 6, 10), await OfAsync(shop, "BOWL"));
        Assert.True((await shop.PostAsync(undo)).Status is 204 or 409);
        Assert.Equal((1000, 6, 10), await OfAsync(shop, "MUG"));
        (await shop.PostAsync($"stock/edits/{Guid.CreateVersion7()}/undo")).Refuses(404);
        (await (await app.OpenShopAsync()).PostAsync(undo)).Refuses(404);
    }

    [Fact]
    public async Task What_makes_no_sense_changes_nothing()
    {
        var (shop, mug, bowl) = await OpenAsync();
        (await shop.PostAsync("stock/edits", new { items = new object[] { new { variantId = mug, price = 5 }, new { variantId = bowl, price = -1 } } })).Refuses(422, "items[1].price");
        (await shop.PostAsync("stock/edits", new { items = new object[] { new { variantId = mug, price = 5 }, new { variantId = Guid.CreateVersion7(), price = 1 } } })).Refuses(422, "items[1].variantId");
        (await shop.PostAsync("stock/edits", new { items = new object[] { new { variantId = mug, price = 5 }, new { variantId = mug, onHand = 1 } } })).Refuses(422, "items[1].variantId");
        (await shop.PostAsync("stock/edits", new { items = new object[] { new { variantId = mug, onHand = 2_000_000_000 } } })).Refuses(422, "items[0].onHand");
        (await shop.PostAsync("stock/edits", new { items = Array.Empty<object>() })).Refuses(422, "items");
        Assert.Equal((1000, 6, 10), await OfAsync(shop, "MUG"));
        Assert.Equal(0, (int)(await shop.PostAsync("stock/edits", new { items = new object[] { new { variantId = mug, price = 1000, onHand = 10 } } })).Is(200)["changed"]);
    }

    [Fact]
    public async Task The_page_changes_only_what_was_typed_over_and_keeps_what_could_not_be_read()
    {
        var (shop, mug, bowl) = await OpenAsync();
        (string, string)[] rows =
        [
            ("Edit.Items[0].VariantId", $"{mug}"), ("Edit.Items[0].OnHand", "10"), ("Edit.Items[0].WasOnHand", "10"), ("Edit.Items[0].Threshold", ""), ("Edit.Items[0].WasThreshold", "6"), ("Edit.Items[0].Price", "10.00"), ("Edit.Items[0].WasPrice", "10.00"),
            ("Edit.Items[1].VariantId", $"{bowl}"), ("Edit.Items[1].OnHand", "10"), ("Edit.Items[1].WasOnHand", "10"), ("Edit.Items[1].Threshold", "6"), ("Edit.Items[1].WasThreshold", "6"), ("Edit.Items[1].WasPrice", "10.00"),
        ];
        // Two were sold while the page was open: a count that nobody typed over does not bring them back.
        await shop.SellAsync("BOWL", 2);
        var refused = await shop.PostFormAsync("inventory/edit", "inventory/edit", [("_handler", "edit"), .. rows, ("Edit.Items[1].Price", "twelve")]);
        Assert.Contains("“twelve” is not an amount", refused.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"twelve\"", refused.Text, StringComparison.Ordinal);
        var saved = await shop.PostFormAsync("inventory/edit", "inventory/edit", [("_handler", "edit"), .. rows, ("Edit.Items[1].Price", "12.50")]);
        Assert.Contains("2 items changed", saved.Text, StringComparison.Ordinal);
        Assert.Equal((1250, 6, 8), await OfAsync(shop, "BOWL"));
        // Emptied is as usual in the shop.
        Assert.Equal((1000, 3, 10), await OfAsync(shop, "MUG"));
    }

    [Fact]
    public async Task The_list_says_how_long_stock_will_last_as_analytics_does()
    {
        var (shop, mug, _) = await OpenAsync();
        await shop.SellAsync("MUG", 4);
        await Eventually.PassesAsync(async () =>
        {
            var analytics = Assert.Single((await shop.GetAsync("analytics/stock")).Is(200)["items"], item => (Guid)item["variantId"] == mug);
            Assert.True(analytics.Has("daysOfStock"));
            Assert.Equal((decimal)analytics["daysOfStock"], (decimal)(await shop.StockOfAsync("MUG"))["daysLeft"]);
        });
        Assert.False((await shop.StockOfAsync("BOWL")).Has("daysLeft"));
        Assert.Contains("Days left", await shop.Http.GetStringAsync($"/{shop.Slug}/inventory", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<(TestShop Shop, Guid Mug, Guid Bowl)> OpenAsync()
    {
        var shop = await app.OpenShopAsync();
        return (shop, await shop.AddProductAsync("MUG", pieces: 10, threshold: 6), await shop.AddProductAsync("BOWL", pieces: 10, threshold: 6));
    }

    private static async Task<(long Price, long Threshold, long OnHand)> OfAsync(TestShop shop, string sku)
    {
        var item = await shop.StockOfAsync(sku);
        return ((long)item["price"], (long)item["threshold"], (long)item["onHand"]);
    }
}
