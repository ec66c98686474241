using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>What one of Shopify's orders comes to: its total is explained to the cent, and what is no sale is none.</summary>
public abstract class ShopifySumsTests(App app)
{
    private static readonly (string Heading, string Value)[] Usual =
    [
        ("Name", "#1"), ("Financial Status", "paid"), ("Currency", "GBP"), ("Subtotal", "20.00"), ("Shipping", "0.00"), ("Taxes", "0.00"), ("Total", "20.00"), ("Discount Amount", "0.00"),
        ("Created at", "2026-03-15 10:00:00 +0000"), ("Lineitem quantity", "1"), ("Lineitem name", "Bowl"), ("Lineitem price", "20.00"), ("Lineitem requires shipping", "true"), ("Lineitem discount", "0.00"),
    ];

    public sealed class OnSqlite(AppOnSqlite app) : ShopifySumsTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : ShopifySumsTests(app);

    public static TheoryData<string, long, long, long, long> AddUp => new()
    {
        { "Duties=3.00 Total=23.00", 2000, 0, 0, 300 },
        { "Duties=3.00 Taxes=2.00 Shipping=5.00 Total=30.00", 2000, 0, 500, 500 },
        // Taxes in the prices and duties beside them; duties in the prices.
        { "Duties=3.00 Taxes=4.00 Shipping=4.00 Total=27.00", 1667, 0, 333, 700 },
        { "Duties=3.00 Total=20.00", 2000, 0, 0, 0 },
        // What the discount was off: the things, the shipping, or shipping that was told without it.
        { "Subtotal=18.00 Discount_Amount=2.00 Total=18.00", 2000, 200, 0, 0 },
        { "Shipping=4.00 Discount_Amount=4.00 Total=20.00", 2000, 0, 0, 0 },
        { "Discount_Amount=4.00 Total=20.00", 2000, 0, 0, 0 },
        { "Shipping=4.00 Discount_Amount=4.00 Total=24.00", 2000, 0, 400, 0 },
        // Prices with tax: the discount is without it too.
        { "Lineitem_price=24.00 Subtotal=21.60 Discount_Amount=2.40 Taxes=3.60 Total=21.60", 2000, 200, 0, 360 },
        { "Lineitem_price=24.00 Subtotal=21.60 Lineitem_discount=2.40 Taxes=3.60 Total=21.60", 2000, 200, 0, 360 },
        { "Lineitem_price=24.00 Subtotal=0.00 Discount_Amount=24.00 Shipping=6.00 Taxes=1.00 Total=6.00", 2000, 2000, 500, 100 },
    };

    [Theory]
    [MemberData(nameof(AddUp))]
    public async Task A_total_that_is_explained_goes_in(string cells, long gross, long discounts, long shipping, long tax)
    {
        var shop = await OpenAsync();
        await shop.ImportAsync(await FileAsync(Row(cells)));
        var month = await shop.FiguresAsync("2026-03-01", "2026-03-31");
        Assert.Equal((gross, discounts, shipping, tax), ((long)month["grossSales"], (long)month["discounts"], (long)month["shipping"], (long)month["tax"]));
    }

    [Theory]
    [InlineData("Total=27.00", "its amounts do not add up")]
    [InlineData("Total=19.00", "its amounts do not add up")]
    [InlineData("Shipping=5.00 Taxes=2.00 Total=26.00", "its amounts do not add up")]
    [InlineData("Financial_Status=expired", "never paid, so nothing was sold")]
    [InlineData("Financial_Status=voided", "never paid, so nothing was sold")]
    [InlineData("Lineitem_name=Tip Lineitem_requires_shipping=false", "a tip: it is no sale")]
    [InlineData("Lineitem_name=Gift_Card Lineitem_requires_shipping=false", "a gift card: it becomes a sale when it is spent")]
    public async Task What_is_not_or_was_no_sale_stays_out(string cells, string reason)
    {
        // The other rows of an order come along.
        var read = await (await OpenAsync()).ReadAsync(await FileAsync(Row(cells), Row("Name=#2")));
        Assert.Equal((1, reason), ((int)read["adds"]["sales"], Assert.Single(read.Reasons())));
    }

    [Theory]
    [InlineData("Subtotal=73.00 Total=73.00")]
    [InlineData("Subtotal=70.00 Total=73.00")]
    public async Task Tips_and_gift_cards_beside_what_was_sold_are_no_sales(string first)
    {
        var shop = await OpenAsync();
        var import = await shop.ImportAsync(await FileAsync(
            Row($"{first} Refunded_Amount=73.00"), Further("Tip", "3.00", "false"), Further("Clay Studio Gift Card - £50.00", "50.00", "false"),
            Row("Name=#2 Lineitem_name=Gift_Card"), Row("Name=#3 Lineitem_name=Floral_gift_card Lineitem_requires_shipping=false")));
        Assert.Equal(["a gift card: it becomes a sale when it is spent", "a tip: it is no sale"], import.Reasons());
        var month = await shop.FiguresAsync("2026-03-01", "2026-03-31");
        // A card of paper is a sale; of what was given back only what was sold is a return.
        Assert.Equal((6000, 2000, 4000), ((long)month["grossSales"], (long)month["returns"], (long)month["totalSales"]));
    }

    private static (string, string)[] Row(string cells)
    {
        var said = cells.Split(' ').Select(cell => cell.Split('=')).ToDictionary(cell => cell[0].Replace('_', ' '), cell => cell[1].Replace('_', ' '));
        return [.. Usual.Select(cell => (cell.Heading, said.GetValueOrDefault(cell.Heading, cell.Value))), .. said.Where(cell => Usual.All(usual => usual.Heading != cell.Key)).Select(cell => (cell.Key, cell.Value))];
    }

    private static (string, string)[] Further(string item, string price, string isShipped) =>
        [("Name", "#1"), ("Created at", "2026-03-15 10:00:00 +0000"), ("Lineitem quantity", "1"), ("Lineitem name", item), ("Lineitem price", price), ("Lineitem requires shipping", isShipped)];

    private static async Task<string> FileAsync(params (string, string)[][] rows) => Platforms.Of(await Platforms.HeadingsAsync("shopify.orders"), rows);

    private Task<TestShop> OpenAsync() => app.OpenShopAsync(currency: "GBP", country: "GB", timeZone: "Europe/London");
}
