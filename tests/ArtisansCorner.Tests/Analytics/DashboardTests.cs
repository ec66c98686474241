using System.Net;
using System.Text.RegularExpressions;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Analytics;

public abstract partial class DashboardTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : DashboardTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : DashboardTests(app);

    [Fact]
    public async Task A_new_shop_is_told_the_next_step()
    {
        var shop = await app.OpenShopAsync();
        var page = await PageAsync(shop, $"/{shop.Slug}");
        Assert.Contains("No sales yet", page, StringComparison.Ordinal);
        Assert.Contains("Set up your shop", page, StringComparison.Ordinal);
        Assert.Contains("0 of 4 done", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_latest_sales_say_who_had_bought_before_on_another_day_or_earlier_that_day()
    {
        var shop = await app.OpenShopAsync();
        foreach (var (title, day, email) in new[] { ("First", "2026-01-05", "ada@example.com"), ("Later", "2026-01-09", "ada@example.com"), ("Morning", "2026-01-10", "bo@example.com"), ("Evening", "2026-01-10", "bo@example.com") })
        {
            var soldAt = $"{day}T{(title == "Evening" ? 18 : 9):00}:00:00Z";
            (await shop.PostAsync("sales", new { channel = "Fair", soldAt, customer = new { email }, lines = new[] { new { title, quantity = 1, unitPrice = 1000 } } })).Is(201);
        }

        await Eventually.PassesAsync(async () =>
        {
            var page = await PageAsync(shop, $"/{shop.Slug}");
            Assert.Equal(
                ["Evening, returning customer", "Morning, first order", "Later, returning customer", "First, first order"],
                LatestSale().Matches(page).Select(sale => $"{sale.Groups["title"].Value}, {sale.Groups["words"].Value}"));
        });
    }

    [Fact]
    public async Task The_page_and_its_live_part_show_what_the_api_says()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", price: 2650, pieces: 4, threshold: 3, unitCost: 650, name: "Speckled <mug>");
        await shop.SellAsync("MUG", 2);
        await Eventually.PassesAsync(async () =>
        {
            foreach (var path in (string[])[$"/{shop.Slug}?period=today", $"/{shop.Slug}/dashboard?period=today"])
            {
                var page = await PageAsync(shop, path);
                Assert.Contains("£53<small>.00</small>", page, StringComparison.Ordinal);
                Assert.Contains("1 item is low", page, StringComparison.Ordinal);
                Assert.Contains("Speckled <mug> × 2", page, StringComparison.Ordinal);
                Assert.Contains("2 left", page, StringComparison.Ordinal);
                Assert.Contains("id=\"dashboard\"", page, StringComparison.Ordinal);
                Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
            }
        });
    }

    [Fact]
    public async Task What_was_chosen_last_opens_next_time()
    {
        var shop = await app.OpenShopAsync();
        Assert.Contains("<h1>The last 28 days</h1>", await PageAsync(shop, $"/{shop.Slug}"), StringComparison.Ordinal);
        Assert.Contains("<h1>The last 7 days</h1>", await PageAsync(shop, $"/{shop.Slug}?period=7d&compare=none&by=week"), StringComparison.Ordinal);
        var again = await PageAsync(shop, $"/{shop.Slug}");
        Assert.Contains("<h1>The last 7 days</h1>", again, StringComparison.Ordinal);
        Assert.Matches(new Regex("dashboard\\?period=7d&compare=none&by=week"), again);
    }

    [Theory]
    [InlineData("?from=2026-02-01&to=2026-01-01", "ends (2026-01-01) before it starts")]
    [InlineData("?from=soon", "is not a day")]
    [InlineData("?compare=luck", "is no comparison")]
    public async Task An_address_that_makes_no_sense_shows_why_and_the_usual_days(string query, string why)
    {
        var shop = await app.OpenShopAsync();
        var page = await PageAsync(shop, $"/{shop.Slug}{query}");
        Assert.Contains(why, page, StringComparison.Ordinal);
        Assert.Contains("<h1>The last 28 days</h1>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strangers_find_no_such_page()
    {
        var (shop, other) = (await app.OpenShopAsync(), await app.OpenShopAsync());
        foreach (var path in (string[])[$"/{shop.Slug}", $"/{shop.Slug}/dashboard"])
            Assert.Equal(404, (int)(await other.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    private static async Task<string> PageAsync(TestShop shop, string path)
    {
        var response = await shop.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{path} answered {response.StatusCode}: {text}");
        return WebUtility.HtmlDecode(text);
    }

    [GeneratedRegex("""/sales/[0-9a-f-]+">(?<title>\w+)[^<]*</a>.*?Fair, (?<words>[a-z ]+)</span>""", RegexOptions.Singleline)]
    private static partial Regex LatestSale();
}
