using ArtisansCorner.Customers;
using ArtisansCorner.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Customers;

public abstract class SegmentsTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : SegmentsTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : SegmentsTests(app);

    private const string Spring = "from=2026-03-01&to=2026-04-30";

    [Fact]
    public async Task Customers_in_groups_and_what_each_group_bought()
    {
        var shop = await FilledAsync(app, 25);
        var segments = (await shop.GetAsync("insights/segments?asOf=2026-04-30")).Is(200);
        Assert.Equal((25, 0, true), ((int)segments["customers"], (int)segments["prospects"], (bool)segments["enough"]));
        Assert.Equal(10, segments["groups"].Count);
        Assert.Equal([("active", 10), ("almostLost", 5), ("dormant", 10)], GroupsOf(segments));
        Assert.Equal(0.4, (double)segments["groups"].Single(one => (string?)one["group"] == "active")["share"]);
        Assert.Equal(32500, segments["groups"].Sum(one => (long)one["netSales"]));

        // Of those who had bought by then there are too few for groups.
        var early = (await shop.GetAsync("insights/segments?asOf=2026-03-24")).Is(200);
        Assert.Equal((24, 1, false), ((int)early["customers"], (int)early["prospects"], (bool)early["enough"]));
        Assert.Equal(("Not enough customers yet: groups need 25 who bought.", 0), ((string?)early["note"], early["groups"].Count));
        (await shop.GetAsync("insights/segments?asOf=2026-02-30")).Is(400);
    }

    [Fact]
    public async Task Sales_are_looked_at_by_the_groups_of_their_buyers()
    {
        var shop = await FilledAsync(app, 25);
        (await shop.PostAsync("sales", new { channel = "Fair", day = "2026-04-01", lines = new[] { new { title = "Mug", quantity = 1, unitPrice = 7 } } })).Is(201);
        Assert.Equal(0, await NetAsync(shop, "group=active"));
        Assert.Equal(25, await RescoreAsync(shop));
        Assert.Equal(0, await RescoreAsync(shop));
        await Eventually.PassesAsync(async () =>
        {
            Assert.Equal(20_500, await NetAsync(shop, "group=active"));
            var rows = (await shop.GetAsync($"analytics/breakdown?by=group&{Spring}")).Is(200)["items"];
            Assert.Equal(["active", "almostLost", "dormant", "none"], rows.Select(row => row["key"].IsNull ? "none" : (string?)row["key"]).Order(StringComparer.Ordinal));
            foreach (var row in rows.Where(row => !row["key"].IsNull)) Assert.Equal((long)row["netSales"], await NetAsync(shop, $"group={(string?)row["key"]}"));
            Assert.Equal(32500, await NetAsync(shop, "group=active&group=almostLost&group=dormant"));
        });
        Assert.Equal(10, (await shop.GetAsync("sales?group=active")).Is(200)["items"].Count);
        Assert.Contains("none of the words", (string?)(await shop.GetAsync("sales?group=friends")).Is(400)["detail"], StringComparison.Ordinal);
        var page = await shop.Http.GetStringAsync($"/{shop.Slug}/analytics?{Spring}&split=group&group=almostLost", TestContext.Current.CancellationToken);
        Assert.Contains("Remove the filter Group: Almost lost", page, StringComparison.Ordinal);
        Assert.Contains(">Or another group<", page, StringComparison.Ordinal);
        Assert.Contains("The groups are those of today", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_few_customers_are_in_no_group()
    {
        var shop = await FilledAsync(app, 24);
        Assert.Equal(0, await RescoreAsync(shop));
        Assert.Equal(0, await NetAsync(shop, "group=active&group=champions"));
        var page = await shop.Http.GetStringAsync($"/{shop.Slug}/analytics?{Spring}&split=group", TestContext.Current.CancellationToken);
        Assert.Contains("Not enough customers yet: groups need 25 who bought.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_job_scores_shops_that_changed_or_have_a_new_day_and_leaves_the_others()
    {
        await using var mine = app.Another();
        var shop = await FilledAsync(mine, 24);
        // One more has bought tomorrow, by the calendar of the shop.
        var tomorrow = DateOnly.FromDateTime(mine.Time.GetUtcNow().UtcDateTime.AddDays(1));
        (await shop.PostAsync("sales", Sale(24, $"{tomorrow:yyyy-MM-dd}"))).Is(201);
        await SettlesAsync();
        Assert.Equal(0, await GroupedAsync());
        mine.Time.Advance(TimeSpan.FromDays(1));
        Assert.Contains(shop.Id, await DueAsync());
        await SettlesAsync();
        Assert.Equal(25, await GroupedAsync());

        (await shop.PostAsync("sales", Sale(25, "2026-04-01"))).Is(201);
        await Eventually.PassesAsync(async () => Assert.Equal(26, (long)(await shop.GetAsync("analytics/summary?from=2026-01-01&to=2030-12-31")).Is(200)["current"]["customers"]));
        Assert.Contains(shop.Id, await DueAsync());
        await SettlesAsync();
        Assert.Equal(26, await GroupedAsync());

        // What follows a scoring is a commit too: once nothing is left to say, the shop rests.
        Task SettlesAsync() => Eventually.PassesAsync(async () =>
        {
            await mine.InsideAsync(shop.Id, async services =>
            {
                await ActivatorUtilities.CreateInstance<RescoreCustomersJob>(services).RunAsync(TestContext.Current.CancellationToken);
                return true;
            });
            Assert.DoesNotContain(shop.Id, await DueAsync());
        });

        Task<IReadOnlyList<Guid>> DueAsync() => mine.InsideAsync(shop.Id, services => ActivatorUtilities.CreateInstance<RescoreCustomersJob>(services).DueAsync(TestContext.Current.CancellationToken));

        async Task<int> GroupedAsync()
        {
            var all = string.Join('&', Enum.GetNames<ArtisansCorner.Sales.CustomerGroup>().Select(group => $"group={group}"));
            return (await shop.GetAsync($"sales?{all}&limit=100")).Is(200)["items"].Count;
        }
    }

    /// <summary>Customers who each bought once, each later and for more than the one before.</summary>
    private static async Task<TestShop> FilledAsync(App app, int customers)
    {
        var shop = await app.OpenShopAsync();
        (await shop.PostAsync("sales/batch", new { sales = Enumerable.Range(0, customers).Select(i => Sale(i, $"{new DateOnly(2026, 3, 1).AddDays(i):yyyy-MM-dd}")) })).Is(200);
        await Eventually.PassesAsync(async () => Assert.Equal(customers, (long)(await shop.GetAsync($"analytics/summary?{Spring}")).Is(200)["current"]["customers"]));
        return shop;
    }

    private static object Sale(int i, string day) => new
    {
        channel = "Fair",
        externalId = $"N{i}",
        day,
        customer = new { email = $"buyer{i}@example.org" },
        lines = new[] { new { title = "Mug", quantity = 1, unitPrice = 100 + 100 * i } },
    };

    private static Task<int> RescoreAsync(TestShop shop) => shop.InsideAsync(services => services.GetRequiredService<RescoreCustomers>().RunAsync(TestContext.Current.CancellationToken));

    private static async Task<long> NetAsync(TestShop shop, string query) => (long)(await shop.GetAsync($"analytics/summary?{query}&{Spring}")).Is(200)["current"]["netSales"];

    private static IEnumerable<(string?, int)> GroupsOf(Json segments) =>
        segments["groups"].Select(one => ((string?)one["group"], (int)one["customers"])).Where(one => one.Item2 > 0).OrderBy(one => one.Item1, StringComparer.Ordinal);
}
