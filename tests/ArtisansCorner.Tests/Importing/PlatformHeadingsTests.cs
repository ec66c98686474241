using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>The headings of the platforms are known, however a file arranges them.</summary>
public sealed class PlatformHeadingsTests(AppOnSqlite app)
{
    [Theory]
    [InlineData("etsy.sold_order_items", "etsy-items")]
    [InlineData("etsy.sold_orders", "etsy-orders")]
    [InlineData("etsy.direct_checkout_payments", "etsy-payments")]
    [InlineData("etsy.deposits", "etsy-deposits")]
    [InlineData("etsy.statement.de", "etsy-statement")]
    [InlineData("shopify.orders", "shopify-orders")]
    [InlineData("square.items.33", "square-items")]
    [InlineData("square.items.35", "square-items")]
    public async Task The_headings_of_the_platforms_are_known_in_any_order_and_spacing_with_some_more_and_in_no_other_file(string headings, string format)
    {
        var folder = Shared.Need("import-samples", "headers");
        var names = (await File.ReadAllTextAsync(Path.Combine(folder, headings + ".csv"), TestContext.Current.CancellationToken)).Trim().Trim('\uFEFF').Split(',');
        var shop = await app.OpenShopAsync();
        foreach (var seed in Enumerable.Range(0, 5))
        {
            var random = new Random(seed);
            string[] shuffled = [.. names.Append("Something new").Select(name => random.Next(3) == 0 ? $" {name.ToUpperInvariant()}  " : name).OrderBy(_ => random.Next())];
            // Without a good row it is known all the same, and says so.
            var import = await shop.ReadAsync(Files.Csv(string.Join(';', shuffled), string.Join(';', shuffled.Select(_ => "x"))));
            Assert.Equal((format, "failed"), ((string?)import["format"], (string?)import["status"]));
        }
    }
}
