using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>What is clear though few write it so.</summary>
public abstract class WrittenOtherwiseTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : WrittenOtherwiseTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : WrittenOtherwiseTests(app);

    [Theory]
    [InlineData("1,23,456.00", 12345600)]
    [InlineData("₹1,23,456", 12345600)]
    [InlineData("12,34,567.50", 123456750)]
    [InlineData("1,00,00,000", 1000000000)]
    [InlineData("1,234,567", 123456700)]
    [InlineData("12.--", 1200)]
    [InlineData("12.—", 1200)]
    [InlineData("1,23,45", 0)]
    [InlineData("123,45,678", 0)]
    [InlineData("1,234,56,789", 0)]
    public async Task Amounts_are_grouped_as_in_India_and_without_cents_as_in_Switzerland(string amount, int gross)
    {
        var read = await (await app.OpenShopAsync(currency: "INR", country: "IN")).ReadAsync(Files.Csv("date,title,unit price", "2026-03-01,Mug,1.50", $"2026-03-02,Bowl,\"{amount}\""));
        Assert.Equal(150 + gross, (long)read["gross"]);
        Assert.Equal(gross == 0 ? ["not an amount"] : [], read.Reasons());
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("−1")]
    [InlineData("(1)")]
    public async Task A_quantity_below_zero_gives_back(string quantity)
    {
        var shop = await app.OpenShopAsync();
        await shop.ImportAsync(Files.Csv("order,date,title,quantity,unit price", "1,2026-03-01,Mug,2,10.00", $"1,2026-03-05,Mug,{quantity},10.00"));
        Assert.Equal((2000, 1000), await FiguresAsync(shop));
    }

    [Fact]
    public async Task An_address_in_angle_brackets_is_that_of_the_customer_who_has_it()
    {
        var shop = await app.OpenShopAsync();
        Assert.Equal(2, (int)(await shop.ImportAsync(Files.Csv("email,name,city", "ana@example.com,,Bath", "\"\"\"Bo Reed\"\" <bo@example.com>\",,Leeds")))["adds"]["customers"]);
        var import = await shop.ImportAsync(Files.Csv("order,date,title,unit price,customer email", "1,2026-03-01,Mug,10.00,Ana Lowe <Ana@Example.com>", "2,2026-03-02,Mug,10.00,<bo@example.com>"));
        Assert.Equal("Bo Reed", (string?)Assert.Single((await shop.GetAsync("sales")).Is(200)["items"], sale => (string?)sale["externalId"] == "2")["customer"]);
        Assert.Equal((2, 0), ((int)import["adds"]["sales"], (int)import["adds"]["customers"]));
    }

    private static async Task<(long Gross, long Returns)> FiguresAsync(TestShop shop)
    {
        var march = await shop.FiguresAsync("2026-03-01", "2026-03-31");
        return ((long)march["grossSales"], (long)march["returns"]);
    }
}
