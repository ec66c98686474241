using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>A table of one's own that says what became of each sale.</summary>
public abstract class SaleStatusTests(App app)
{
    private const string CalledOff = "called off or never paid, as its status says, so nothing was sold";
    private const string GivenBack = "its status says that it was given back, not when";

    public sealed class OnSqlite(AppOnSqlite app) : SaleStatusTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : SaleStatusTests(app);

    [Theory]
    [InlineData("Status", "Cancelled", CalledOff)]
    [InlineData("State", "VOIDED", CalledOff)]
    [InlineData("Order status", "draft", CalledOff)]
    [InlineData("Status", "storniert", CalledOff)]
    [InlineData("Statut", "Annulée", CalledOff)]
    [InlineData("Stato", "annullato", CalledOff)]
    [InlineData("Estado", "cancelado", CalledOff)]
    [InlineData("Status", "Refunded", GivenBack)]
    [InlineData("Statut", "remboursé", GivenBack)]
    [InlineData("Status", "shipped", null)]
    [InlineData("State", "Vermont", null)]
    [InlineData("Remarks", "cancelled", null)]
    public async Task What_was_called_off_is_no_sale(string column, string word, string? reason)
    {
        var read = await (await app.OpenShopAsync()).ReadAsync(Files.Csv($"Order,Date,Item,Price,{column}", "1,2026-03-01,Mug,10.00,", $"2,2026-03-02,Mug,12.00,{word}"));
        Assert.Equal(reason is null ? 2200 : 1000, (long)read["gross"]);
        Assert.Equal(reason is null ? [] : [reason], read.Reasons());
        if (reason is not null) Assert.Equal((3, column, word), ((int)read["rejectedRows"][0]["row"], (string?)read["rejectedRows"][0]["column"], (string?)read["rejectedRows"][0]["value"]));
    }

    [Fact]
    public async Task A_row_of_kind_refund_is_what_was_given_back()
    {
        var shop = await app.OpenShopAsync();
        await shop.ImportAsync(Files.Csv("order,date,title,price,kind,status", "1,2026-03-01,Mug,10.00,sale,paid", "1,2026-03-05,Mug,10.00,refund,refunded"));
        Assert.Equal(1000, (long)(await shop.FiguresAsync("2026-03-05", "2026-03-05"))["returns"]);
    }

    [Fact]
    public async Task A_person_can_say_that_no_column_is_the_status()
    {
        var shop = await app.OpenShopAsync();
        var read = await shop.ReadAsync(Files.Csv("Date,Item,Price,Status", "2026-03-01,Mug,10.00,", "2026-03-02,Mug,12.00,void"));
        var mapping = new Dictionary<string, string> { ["date"] = "Date", ["title"] = "Item", ["unit price"] = "Price", ["status"] = "" };
        (await shop.PostAsync($"imports/{(Guid)read["id"]}/read", new { format = "sales", mapping })).Is(202);
        Assert.Equal(2200, (long)(await shop.UntilAsync((Guid)read["id"], "ready", "failed"))["gross"]);
    }
}
