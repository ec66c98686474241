using System.Text;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>The five files of one invented Etsy month, and what they must come to.</summary>
public static class EtsyMonth
{
    /// <summary>Their names.</summary>
    public static readonly string[] Names =
        ["EtsySoldOrders2026-9.csv", "EtsySoldOrderItems2026-9.csv", "EtsyDirectCheckoutPayments2026-9.csv", "etsy_statement_2026_9.csv", "EtsyDeposits2026-9.csv"];

    /// <summary>One of them, by its place.</summary>
    public static string Read(int which) => File.ReadAllText(Shared.Need("import-samples", "synthetic", Names[which]), Encoding.UTF8).TrimStart('\uFEFF');

    /// <summary>One of them without one of its rows, from 0; and that row.</summary>
    public static (string File, string Row) Without(int which, int row)
    {
        List<string> lines = [.. Read(which).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        var gone = lines[row + 1];
        lines.RemoveAt(row + 1);
        return (string.Join('\n', lines) + "\n", gone);
    }

    /// <summary>How many rows each has below its headings.</summary>
    public static int Rows(int which) => Read(which).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1;

    /// <summary>All orders of so many things.</summary>
    public static IEnumerable<int[]> Permutations(int count) => count == 0 ? [[]]
        : Permutations(count - 1).SelectMany(shorter => Enumerable.Range(0, count).Select(at => (int[])[.. shorter[..at], count - 1, .. shorter[at..]]));

    /// <summary>A shop where the month happened.</summary>
    public static Task<TestShop> OpenAsync(App app) => app.OpenShopAsync(currency: "USD", country: "US", timeZone: "America/New_York", name: "Mugs & More");

    /// <summary>Waits for the month's figures and holds them against expected.json.</summary>
    public static async Task ClosesAsync(TestShop shop)
    {
        // An import that is done is done in the figures too.
        var month = (await shop.GetAsync("analytics/summary?from=2026-09-01&to=2026-09-30")).Is(200)["current"];
        Assert.Equal(
            (15300, 270, 4500, 10530, 1400, 0, 11930, 3715, 4, 7, 6),
            ((long)month["grossSales"], (long)month["discounts"], (long)month["returns"], (long)month["netSales"], (long)month["shipping"], (long)month["tax"], (long)month["totalSales"],
                (long)month["fees"], (long)month["orders"], (long)month["units"], (long)month["netUnits"]));
        Assert.Equal(760, (long)month["marketplaceTax"]);
        var etsy = Assert.Single((await ReconcileAsync(shop))["channels"]);
        Assert.Equal(
            (0, 18075, 5385, 760, 3715, 8500, 0, 0, -285),
            ((long)etsy["opening"], (long)etsy["buyersPaid"], (long)etsy["refunds"], (long)etsy["tax"], (long)etsy["feesTotal"], (long)etsy["payouts"], (long)etsy["moved"], (long)etsy["unexplained"], (long)etsy["closing"]));
        Assert.Equal(
            new Dictionary<string, long>
            {
                ["transaction"] = 978, ["listing"] = 140, ["shipping transaction"] = 124, ["processing"] = 642, ["shipping label"] = 1389, ["offsite ads"] = 455, ["credit"] = -513, ["etsy ads"] = 500,
            },
            etsy["fees"].ToDictionary(fee => (string)fee["type"]!, fee => (long)fee["amount"]));
        Assert.Empty(etsy["differences"]);
        Assert.Empty(etsy["gaps"]);
    }

    /// <summary>What became of the money.</summary>
    public static async Task<Json> ReconcileAsync(TestShop shop, string more = "") => (await shop.GetAsync($"payouts/reconciliation?from=2026-09-01&to=2026-09-30{more}")).Is(200);
}
