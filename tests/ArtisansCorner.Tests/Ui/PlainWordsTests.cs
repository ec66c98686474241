using System.Net;
using ArtisansCorner.Tests.Harness;
using ArtisansCorner.Tests.Importing;

namespace ArtisansCorner.Tests.Ui;

/// <summary>Pages speak of places, hours and money as people do, and do not point where nothing is.</summary>
public abstract class PlainWordsTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : PlainWordsTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : PlainWordsTests(app);

    [Fact]
    public async Task The_country_of_a_buyer_is_named()
    {
        var shop = await app.OpenShopAsync();
        var sale = (Guid)(await shop.PostAsync("sales", new
        {
            channel = "Fair",
            customer = new { email = "ada@example.org", city = "Dunedin", country = "NZ" },
            lines = new[] { new { title = "Mug", quantity = 1, unitPrice = 1000 } },
        })).Is(201)["id"];
        Assert.Contains("<dd>Dunedin, New Zealand</dd>", await PageAsync(shop, $"sales/{sale}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clock_of_a_file_is_named_by_its_town()
    {
        var shop = await app.OpenShopAsync(timeZone: "America/New_York");
        var read = await shop.ReadAsync("date,title,unit price\n2026-03-04,Mug,12.00\n");
        Assert.Contains("New York time.", await PageAsync(shop, $"import/{(Guid)read["id"]}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_channel_that_keeps_nothing_no_statement_is_asked_for()
    {
        var shop = await app.OpenShopAsync();
        await shop.SellAnythingAsync(1200, "2026-03-04");
        var page = await PageAsync(shop, "payouts?from=2026-03-01&to=2026-03-31");
        Assert.Contains("Paid to you at once", page, StringComparison.Ordinal);
        foreach (var words in (string[])["Bring the monthly statement", "No statement yet", "Tax that Fair pays on"]) Assert.DoesNotContain(words, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_product_without_a_price_is_asked_for_its_price()
    {
        var shop = await app.OpenShopAsync();
        var refused = await shop.PostFormAsync("inventory/new", "inventory/new", ("_handler", "product"), ("Product.Do", "save"), ("Product.Name", "Mug"), ("Product.Variants[0].Sku", "MUG"), ("Product.Variants[0].Price", ""));
        Assert.Contains("What is its price?", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_shop_is_told_where_to_begin()
    {
        var shop = await app.OpenShopAsync();
        Assert.Contains("Write down what you sold on the ticket", await PageAsync(shop, "sales/new"), StringComparison.Ordinal);
        Assert.Contains($"href=\"/{shop.Slug}/inventory/new\">New product", await PageAsync(shop, "inventory/edit"), StringComparison.Ordinal);
        Assert.Contains("Nothing fits that.", await PageAsync(shop, "inventory/edit?q=mug"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Amounts_of_expenses_stand_beside_the_sign_of_the_shop()
    {
        var shop = await app.OpenShopAsync("EUR");
        var fields = (await PageAsync(shop, "expenses")).Split("<form id=\"add-expense\"")[1];
        Assert.Equal(3, fields.Split("<span>€</span><input").Length);
    }

    [Fact]
    public async Task What_stands_of_a_product_has_a_heading_of_its_own()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 3);
        var product = (Guid)(await shop.GetAsync("products")).Is(200)["items"][0]["id"];
        var channels = (await PageAsync(shop, $"analytics/products/{product}")).Split("<h2>Channels</h2>")[1];
        Assert.True(channels.IndexOf("<h2>Where it stands</h2>", StringComparison.Ordinal) < channels.IndexOf("Available", StringComparison.Ordinal));
    }

    private static async Task<string> PageAsync(TestShop shop, string page) =>
        WebUtility.HtmlDecode(await shop.Http.GetStringAsync(new Uri($"/{shop.Slug}/{page}", UriKind.Relative), TestContext.Current.CancellationToken));
}
