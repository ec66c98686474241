using ArtisansCorner.Accounts;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Jobs;
using ArtisansCorner.Shops;
using ArtisansCorner.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Accounts;

/// <summary>What let somebody in once and lets nobody in any more is forgotten.</summary>
public abstract class ForgetSignInsTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : ForgetSignInsTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : ForgetSignInsTests(app);

    [Fact]
    public async Task Sessions_go_when_they_expired_and_tokens_a_month_later_and_no_others()
    {
        await using var mine = app.Another();
        var shop = await mine.OpenShopAsync();
        (await shop.Owner.PostAsync("auth/tokens", new { name = "Till" })).Is(201);
        Assert.Equal((1, 1), await LeftAsync(mine, shop));

        // Twenty days on, the session in use lasts longer and another one does not.
        mine.Time.Advance(TimeSpan.FromDays(20));
        (await shop.Owner.GetAsync("me")).Is(200);
        (await (await mine.NobodyAsync()).PostAsync("auth/login", new { email = shop.Email, password = TestShop.Password })).Is(200);
        mine.Time.Advance(TimeSpan.FromDays(29));
        Assert.Equal((2, 1), await LeftAsync(mine, shop));
        (await shop.Owner.GetAsync("me")).Is(200);
        mine.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal((1, 1), await LeftAsync(mine, shop));
        (await shop.Owner.GetAsync("me")).Is(200);

        mine.Time.Advance(TimeSpan.FromDays(330));
        Assert.Equal((0, 1), await LeftAsync(mine, shop));
        mine.Time.Advance(TimeSpan.FromDays(20));
        Assert.Equal((0, 0), await LeftAsync(mine, shop));
    }

    private static Task<(int Sessions, int Tokens)> LeftAsync(App app, TestShop shop) => app.InsideAsync(shop.Id, async services =>
    {
        IJob[] jobs = [ActivatorUtilities.CreateInstance<ForgetSessionsJob>(services), ActivatorUtilities.CreateInstance<ForgetTokensJob>(services)];
        foreach (var job in jobs) await job.RunAsync(TestContext.Current.CancellationToken);
        var db = services.GetRequiredService<AppDb>();
        return (await db.Sessions.CountAsync(TestContext.Current.CancellationToken), await db.ApiTokens.CountAsync(TestContext.Current.CancellationToken));
    });
}
