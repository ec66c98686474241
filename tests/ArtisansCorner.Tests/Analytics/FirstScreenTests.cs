using System.Diagnostics;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Analytics;

public abstract class FirstScreenTests(App app)
{
    private const int Most = 3;

    public sealed class OnSqlite(AppOnSqlite app) : FirstScreenTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : FirstScreenTests(app);

    [Theory]
    [InlineData("")]
    [InlineData("/dashboard")]
    [InlineData("?period=91d&compare=previous&by=week")]
    public async Task The_first_screen_goes_to_the_database_at_most_three_times_after_a_change(string path)
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", price: 1250, pieces: 5, threshold: 3);
        (await shop.PutAsync("goals", new { netSales = 100_000 })).Is(200);
        await CountAsync(shop, path);
        for (var sale = 0; sale < 3; sale++)
        {
            await shop.SellAsync("MUG");
            // The figures know of it, so that nothing is under way any more.
            (await shop.GetAsync("analytics/summary")).Is(200);
            Assert.InRange(await CountAsync(shop, path), 1, Most);
        }
    }

    [Fact]
    public async Task The_first_screen_goes_there_once_when_nothing_changed()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", price: 1250, pieces: 5);
        await shop.SellAsync("MUG");
        await Eventually.PassesAsync(async () => Assert.Equal(1, await CountAsync(shop, "")));
    }

    /// <summary>How often a page goes to the database, told by the trace of its request.</summary>
    private static async Task<int> CountAsync(TestShop shop, string path)
    {
        var trace = ActivityTraceId.CreateRandom();
        var trips = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> request) => request.TraceId == trace ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStopped = request =>
            {
                if (request.TraceId == trace) trips.TrySetResult(request.GetTagItem(Trips.Tag) as int? ?? 0);
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/{shop.Slug}{path}");
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        using var answer = await shop.Http.SendAsync(request, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return await trips.Task.WaitAsync(TestContext.Current.CancellationToken);
    }
}
