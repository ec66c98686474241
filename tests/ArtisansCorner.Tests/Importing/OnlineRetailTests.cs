using System.IO.Compression;
using ArtisansCorner.Sales;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

public abstract class OnlineRetailTests(App app)
{
    [Collection(nameof(Alone))]
    public sealed class OnSqlite(AppOnSqlite app) : OnlineRetailTests(app);

    [Collection(nameof(Alone))]
    public sealed class OnPostgres(AppOnPostgres app) : OnlineRetailTests(app);

    private static readonly string[] Known = ["orders", "units", "grossSales", "returns", "netSales", "averageOrderValue", "customers"];

    [Fact]
    public async Task A_year_of_a_real_shop_comes_to_the_published_figures_once_and_can_be_taken_back()
    {
        var shop = await app.OpenShopAsync();
        var expected = Json.Parse(await File.ReadAllTextAsync(Shared.Need("data", "online_retail_expected.json"), TestContext.Current.CancellationToken));
        var file = await UnzippedAsync(Shared.Need("data", "online_retail.csv.gz"));

        var import = await shop.ImportAsync(file);
        Assert.Equal((541_909, 539_392, 2517), ((int)import["rows"], (int)import["accepted"], (int)import["rejected"]));
        Assert.Equal(["no price 2515", "negative price 2"], import["reasons"].Select(reason => $"{(string?)reason["reason"]} {(int)reason["count"]}"));
        await ComesToAsync(shop, expected);
        var segments = (await shop.GetAsync($"insights/segments?asOf={(string?)expected["all"]["to"]}")).Is(200);
        Assert.Equal(4338, (int)segments["customers"]);
        foreach (var group in segments["groups"]) Assert.Equal((int)expected["rfmGroups"][CustomerGroupWords.Of(Enum.Parse<CustomerGroup>((string)group["group"]!, ignoreCase: true))], (int)group["customers"]);

        var again = await shop.ImportAsync(file);
        Assert.Equal((0, 0, 0, 0), ((int)again["adds"]["sales"], (int)again["adds"]["refunds"], (int)again["adds"]["products"], (int)again["adds"]["customers"]));
        Assert.Equal(19_960 + 3_836, (int)again["alreadyHere"]);
        await ComesToAsync(shop, expected);

        await shop.DoAsync(import, "undo", "undone");
        await IsEmptyAsync(shop);
    }

    internal static async Task ComesToAsync(TestShop shop, Json expected)
    {
        var all = (await shop.GetAsync($"analytics/summary?from={(string?)expected["all"]["from"]}&to={(string?)expected["all"]["to"]}")).Is(200)["current"];
        foreach (var metric in Known) Assert.Equal((metric, (long)expected["all"][metric]), (metric, (long)all[metric]));

        foreach (var month in Enumerable.Range(0, 13).Select(month => new DateOnly(2010, 12, 1).AddMonths(month)))
        {
            var wanted = expected["months"][month.ToString("yyyy-MM")];
            var found = (await shop.GetAsync($"analytics/summary?from={month:yyyy-MM-dd}&to={month.AddMonths(1).AddDays(-1):yyyy-MM-dd}")).Is(200)["current"];
            foreach (var metric in Known) Assert.Equal((month, metric, (long)wanted[metric]), (month, metric, (long)found[metric]));
        }

        var top = (await shop.GetAsync($"analytics/products?from=2010-12-01&to=2011-12-09&limit=10")).Is(200)["items"];
        Assert.Equal(
            expected["topByNet"].Select(product => ((string?)product[0], (long)product[1], (long)product[2])),
            top.Select(product => ((string?)product["sku"], (long)product["netSales"], (long)product["netUnits"])));
    }

    internal static async Task IsEmptyAsync(TestShop shop)
    {
        Assert.Empty((await shop.GetAsync("sales")).Is(200)["items"]);
        Assert.Empty((await shop.GetAsync("products")).Is(200)["items"]);
        var all = (await shop.GetAsync("analytics/summary?from=2010-01-01&to=2011-12-31")).Is(200)["current"];
        Assert.Equal((0, 0, 0), ((long)all["orders"], (long)all["netSales"], (long)all["customers"]));
    }

    internal static async Task<byte[]> UnzippedAsync(string path)
    {
        await using var packed = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var file = new MemoryStream();
        await packed.CopyToAsync(file);
        return file.ToArray();
    }
}
