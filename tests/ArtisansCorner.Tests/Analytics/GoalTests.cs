using System.Globalization;
using ArtisansCorner.Analytics;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Tests.Harness;
using CsCheck;

namespace ArtisansCorner.Tests.Analytics;

public sealed class GoalPaceTests
{
    private static readonly Period November = new(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30));

    [Fact]
    public void Every_day_of_the_month_is_to_bring_the_same()
    {
        // 12 of 30 days of 4,000.00: 1,600.00 are due; 1,750.00 came in.
        var pace = GoalPace.Of(400_000, November, new DateOnly(2026, 11, 12), 175_000, 430_000);
        Assert.Equal((160_000, 15_000, 0.4375m), (pace.Due, pace.Ahead, pace.Reached));
        Assert.Equal(400_000, GoalPace.Of(400_000, November, November.To, 0, null).Due);
    }

    [Fact]
    public void What_is_due_never_shrinks_and_ends_at_the_goal() =>
        Gen.Select(Gen.Long[1, Goal.Most], Gen.Int[0, 28]).Sample((goal, day) =>
        {
            var (today, next) = (GoalPace.Of(goal, November, November.From.AddDays(day), 0, null), GoalPace.Of(goal, November, November.From.AddDays(day + 1), 0, null));
            Assert.InRange(today.Due, 0, next.Due);
            Assert.InRange(next.Due, 0, goal);
        });
}

public abstract class GoalTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : GoalTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : GoalTests(app);

    [Fact]
    public async Task A_goal_holds_from_its_month_on_until_another_says_otherwise()
    {
        var shop = await app.OpenShopAsync();
        Assert.True((await shop.GetAsync("goals")).Is(200)["current"].IsNull);
        (await shop.PutAsync("goals", new { netSales = 300_000, month = Month(-2) })).Is(200);
        Assert.Equal(300_000, (long)(await shop.GetAsync("goals")).Is(200)["current"]["goal"]);
        (await shop.PutAsync("goals", new { netSales = 500_000, month = Month(1) })).Is(200);
        Assert.Equal(300_000, (long)(await shop.GetAsync("goals")).Is(200)["current"]["goal"]);
        await shop.SellAnythingAsync(12_000);
        await Eventually.PassesAsync(async () => Assert.Equal(12_000, (long)(await shop.GetAsync("goals")).Is(200)["current"]["soFar"]));
        var changed = (await shop.PutAsync("goals", new { netSales = 400_000 })).Is(200);
        Assert.Equal(400_000, (long)changed["current"]["goal"]);
        Assert.Equal([(Month(1), 500_000), (Month(0), 400_000), (Month(-2), 300_000)], changed["items"].Select(item => ((string?)item["month"], (long)item["netSales"])));
        (await shop.DeleteAsync("goals")).Is(204);
        Assert.True((await shop.GetAsync("goals")).Is(200)["current"].IsNull);
    }

    [Theory]
    [InlineData("{\"netSales\":0}", "netSales")]
    [InlineData("{\"netSales\":-5}", "netSales")]
    [InlineData("{\"netSales\":9000000000000000000}", "netSales")]
    [InlineData("{\"netSales\":100,\"month\":\"2026-13\"}", "month")]
    [InlineData("{\"netSales\":100,\"month\":\"soon\"}", "month")]
    public async Task A_goal_that_makes_no_sense_is_refused(string body, string field)
    {
        var shop = await app.OpenShopAsync();
        (await shop.SendAsync(HttpMethod.Put, "goals", body)).Refuses(422, field);
        Assert.Empty((await shop.GetAsync("goals")).Is(200)["items"]);
    }

    [Fact]
    public async Task An_owner_sets_it_on_the_page_sees_the_pace_on_both_screens_and_takes_it_back()
    {
        var shop = await app.OpenShopAsync();
        await shop.SellAnythingAsync(5000);
        await Eventually.PassesAsync(async () => Assert.Contains("Set the goal", await PageAsync("analytics"), StringComparison.Ordinal));
        Assert.DoesNotContain("even pace", await PageAsync(""), StringComparison.Ordinal);
        var after = await shop.PostFormAsync("analytics", "analytics/goal", ("amount", "4.000,00"), ("back", $"/{shop.Slug}/analytics?period=7d"));
        Assert.EndsWith("/analytics?period=7d", after.Address, StringComparison.Ordinal);
        Assert.Contains("The goal is £4,000.00 a month", after.Text, StringComparison.Ordinal);
        foreach (var page in (string[])["", "analytics"]) Assert.Contains("even pace", await PageAsync(page), StringComparison.Ordinal);
        await shop.PostFormAsync("analytics", after.Undo!);
        Assert.True((await shop.GetAsync("goals")).Is(200)["current"].IsNull);
        // What another set since is not overwritten.
        var mine = await shop.PostFormAsync("analytics", "analytics/goal", ("amount", "3000"));
        (await shop.PutAsync("goals", new { netSales = 200_000 })).Is(200);
        Assert.Contains("Someone else changed this meanwhile", (await shop.PostFormAsync("analytics", mine.Undo!)).Text, StringComparison.Ordinal);
        Assert.Equal(200_000, (long)Assert.Single((await shop.GetAsync("goals")).Is(200)["items"])["netSales"]);
        Assert.Contains("is not an amount", (await shop.PostFormAsync("analytics", "analytics/goal", ("amount", "much"))).Text, StringComparison.Ordinal);
        Assert.EndsWith("/analytics", (await shop.PostFormAsync("analytics", "analytics/goal", ("amount", "5"), ("back", "//evil.example"))).Address, StringComparison.Ordinal);

        async Task<string> PageAsync(string page) => await shop.Http.GetStringAsync($"/{shop.Slug}/{page}".TrimEnd('/'), TestContext.Current.CancellationToken);
    }

    private string Month(int fromNow) => DateOnly.FromDateTime(app.Time.GetUtcNow().UtcDateTime).AddMonths(fromNow).ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
