using System.Net;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>Sales that come again with another sum: they stay as they are, and the preview says so.</summary>
public abstract class DifferingSalesTests(App app)
{
    private const string Heading = "order,date,title,quantity,unit price,order discount";

    public sealed class OnSqlite(AppOnSqlite app) : DifferingSalesTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : DifferingSalesTests(app);

    [Fact]
    public async Task They_are_counted_and_named_with_both_sums()
    {
        var shop = await app.OpenShopAsync();
        await shop.ImportAsync(Files.Csv(Heading, "1001,2026-01-05,Mug,2,10.00,1.00", "1002,2026-01-06,Bowl,1,30.00,"));
        var read = await shop.ReadAsync(Files.Csv(Heading, "1001,2026-01-05,Mug,2,10.00,1.00", "1002,2026-01-06,Bowl,1,30.00,", "1002,2026-01-06,Mug,1,15.00,", "1003,2026-01-07,Mug,1,10.00,"));
        Assert.Equal((1, 2, 1), ((int)read["adds"]["sales"], (int)read["alreadyHere"], (int)read["differing"]["count"]));
        var sale = Assert.Single(read["differing"]["first"]);
        Assert.Equal(("1002", "2026-01-06", 4500, 3000), ((string?)sale["number"], (string?)sale["day"], (long)sale["inFile"], (long)sale["here"]));
        var page = WebUtility.HtmlDecode(await shop.Http.GetStringAsync(new Uri($"/{shop.Slug}/import/{(Guid)read["id"]}", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Contains("1 sale has another sum here than in the file, and stays as here: 1002 (£45.00 in the file, £30.00 here)", page, StringComparison.Ordinal);
        await shop.DoAsync(read, "apply", "done");
        Assert.Equal(3000, (long)Assert.Single((await shop.GetAsync("sales")).Is(200)["items"], row => (string?)row["externalId"] == "1002")["grossSales"]);
    }
}
