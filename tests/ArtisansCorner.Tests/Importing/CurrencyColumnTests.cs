using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>A table of one's own that says in a column which currency each row is in.</summary>
public abstract class CurrencyColumnTests(App app)
{
    private const string Other = "another currency than the shop's";

    public sealed class OnSqlite(AppOnSqlite app) : CurrencyColumnTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : CurrencyColumnTests(app);

    [Theory]
    [InlineData("Date,Item,Qty,Price,Currency")]
    [InlineData("Date,Item,Qty,Price,Währung")]
    [InlineData("Date,Item,Qty,Price,Devise")]
    [InlineData("Date,Item,Qty,Price,Moneda")]
    public async Task A_sale_in_another_currency_stays_out(string heading)
    {
        var shop = await app.OpenShopAsync(currency: "GBP");
        var read = await shop.ReadAsync(Files.Csv(heading, "25/03/2026,Mug,2,25.00,GBP", "27/03/2026,Mug,1,30.00,EUR", "28/03/2026,Mug,1,7.00,"));
        Assert.Equal((5700, Other), ((long)read["gross"], Assert.Single(read.Reasons())));
        var row = Assert.Single(read["rejectedRows"]);
        Assert.Equal((3, "EUR"), ((int)row["row"], (string?)row["value"]));
    }

    [Theory]
    [InlineData("GBP", "£", true)]
    [InlineData("GBP", "Pounds sterling", true)]
    [InlineData("GBP", "gbp", true)]
    [InlineData("GBP", "cash", true)]
    [InlineData("GBP", "€", false)]
    [InlineData("GBP", "Euros", false)]
    [InlineData("GBP", "US dollars", false)]
    [InlineData("GBP", "AED", false)]
    [InlineData("CAD", "$", true)]
    [InlineData("SEK", "kr", true)]
    public async Task It_may_name_the_currency_by_its_sign_or_in_words(string currency, string cell, bool isOurs)
    {
        var shop = await app.OpenShopAsync(currency: currency);
        var read = await shop.ReadAsync(Files.Csv("date,item,price,currency", "2026-03-25,Mug,25.00,", $"2026-03-26,Mug,30.00,{cell}"));
        Assert.Equal((isOurs ? 5500 : 2500, isOurs ? 0 : 1), ((long)read["gross"], read.Reasons().Count()));
    }

    [Theory]
    [InlineData("date,amount,category,currency", "2026-03-25,40.00,Fairs,GBP", "2026-03-26,40.00,Fairs,EUR")]
    [InlineData("date,code,quantity,cost,supplier,currency", "2026-03-25,CLAY,1,10.00,Ann,GBP", "2026-03-25,CLAY,1,10.00,Bob,EUR")]
    [InlineData("name,sku,price,currency", "Mug,MUG,10.00,GBP", "Bowl,BOWL,10.00,EUR")]
    [InlineData("name,unit,unit cost,currency", "Clay,g,10.00,GBP", "Slip,g,10.00,EUR")]
    public async Task Neither_do_costs_and_prices_go_in(string heading, string ours, string other)
    {
        var shop = await app.OpenShopAsync(currency: "GBP");
        var read = await shop.ReadAsync(Files.Csv(heading, ours, other));
        var row = Assert.Single(read["rejectedRows"], row => (string?)row["reason"] == Other);
        Assert.Equal((3, "currency", "EUR"), ((int)row["row"], (string?)row["column"], (string?)row["value"]));
    }

    [Fact]
    public async Task A_person_can_say_which_column_it_is_and_that_none_is()
    {
        var shop = await app.OpenShopAsync(currency: "GBP");
        var read = await shop.ReadAsync(Files.Csv("Tag,Ware,Euro?,Geld", "25.03.2026,Becher,25.00,GBP", "27.03.2026,Becher,30.00,EUR"));
        Assert.Equal(2500, await GrossAsync("Geld"));
        Assert.Equal(5500, await GrossAsync(""));

        async Task<long> GrossAsync(string column)
        {
            (await shop.PostAsync($"imports/{(Guid)read["id"]}/read", new { format = "sales", mapping = new Dictionary<string, string> { ["date"] = "Tag", ["title"] = "Ware", ["unit price"] = "Euro?", ["currency"] = column } })).Is(202);
            return (long)(await shop.UntilAsync((Guid)read["id"], "ready", "failed"))["gross"];
        }
    }
}
