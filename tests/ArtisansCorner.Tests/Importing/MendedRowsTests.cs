using System.Text;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>Rejected rows that are put right and dropped in again are read as the file that they came from.</summary>
public abstract class MendedRowsTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : MendedRowsTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : MendedRowsTests(app);

    [Fact]
    public async Task A_day_stays_the_day_that_it_was()
    {
        var shop = await app.OpenShopAsync(country: "US", currency: "USD");
        // The first row says that the day comes first; the second alone would be 4 March.
        await MendAsync(shop, Files.Csv("Date,Item,Qty,Price", "25/04/2026,A,1,10", "03/04/2026,B,two,10"), "two", "2");
        Assert.Equal(["2026-04-25", "2026-04-03"], (await shop.GetAsync("sales")).Is(200)["items"].Select(sale => (string?)sale["day"]));
    }

    [Fact]
    public async Task An_amount_keeps_its_decimal_mark_and_what_a_person_said_of_the_file()
    {
        var shop = await app.OpenShopAsync(country: "GB", currency: "EUR");
        await MendAsync(shop, Files.Csv("Order;Date;Item;Qty;Price;Shipping", "1;25.04.2026;A;1;12,50;4,90", "2;26.04.2026;B;zwei;1.250;"), "zwei", "2");
        Assert.Equal([1740, 250_000], (await shop.GetAsync("sales")).Is(200)["items"].Select(sale => (long)sale["total"]).Order());
    }

    private static async Task MendAsync(TestShop shop, string file, string wrong, string right)
    {
        var import = await shop.ImportAsync(file);
        var rejected = await shop.Http.GetStringAsync(new Uri(shop.Api($"imports/{(Guid)import["id"]}/rejected.csv"), UriKind.Relative), TestContext.Current.CancellationToken);
        var lines = rejected.Split('\n').Select((line, at) => at == 0 ? line : line.Replace($",{wrong},", $",{right},", StringComparison.Ordinal));
        await shop.ImportAsync(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
    }
}
