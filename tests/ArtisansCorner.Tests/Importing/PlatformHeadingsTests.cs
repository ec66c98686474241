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
    [InlineData("square.transactions", "square-transactions")]
    [InlineData("shopify.payments_transactions", "shopify-payments")]
    [InlineData("shopify.payouts", "shopify-payouts")]
    [InlineData("woocommerce.analytics_orders", "woocommerce-orders")]
    [InlineData("woocommerce.analytics_revenue", "woocommerce-revenue")]
    [InlineData("paypal.activity", "paypal")]
    [InlineData("paypal.statement", "paypal-statement")]
    [InlineData("stripe.itemised_balance", "stripe")]
    [InlineData("etsy.listings", "etsy-listings")]
    [InlineData("etsy.listings.it", "etsy-listings")]
    [InlineData("shopify.products.v1", "shopify-products")]
    [InlineData("shopify.products.v2", "shopify-products")]
    [InlineData("shopify.customers", "shopify-customers")]
    [InlineData("square.catalog", "square-catalog")]
    [InlineData("woocommerce.products", "woocommerce-products")]
    public async Task The_headings_of_the_platforms_are_known_in_any_order_and_spacing_with_some_more_and_in_no_other_file(string headings, string format)
    {
        var names = await Platforms.HeadingsAsync(headings);
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
