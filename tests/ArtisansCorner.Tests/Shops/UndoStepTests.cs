using ArtisansCorner.Accounts;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Shops;
using ArtisansCorner.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Shops;

/// <summary>Who may undo what, and for how long.</summary>
public abstract class UndoStepTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : UndoStepTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : UndoStepTests(app);

    [Fact]
    public async Task A_change_is_undone_once_by_whoever_made_it()
    {
        var shop = await app.OpenShopAsync();
        var step = await ChangeAsync(shop);
        var other = await app.OpenShopAsync();
        await SetRoleAsync(other, shop, Role.Owner);
        Assert.Contains("There is nothing to undo", (await (shop with { Http = other.Http }).PostFormAsync("making", step)).Text, StringComparison.Ordinal);
        Assert.Contains("There is nothing to undo", (await other.PostFormAsync("making", step)).Text, StringComparison.Ordinal);
        Assert.Equal(2500, await RateAsync(shop));
        Assert.Contains("As it was before", (await shop.PostFormAsync("making", step)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await RateAsync(shop));
        Assert.Contains("There is nothing to undo", (await shop.PostFormAsync("making", step)).Text, StringComparison.Ordinal);
        Assert.Contains("There is nothing to undo", (await shop.PostFormAsync("making", $"undo/{Guid.CreateVersion7()}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_make_the_change_any_more_may_not_undo_it()
    {
        var shop = await app.OpenShopAsync();
        var step = await ChangeAsync(shop);
        await SetRoleAsync(shop, shop, Role.Bookkeeper);
        Assert.Contains("There is nothing to undo", (await shop.PostFormAsync("inventory/alerts", step)).Text, StringComparison.Ordinal);
        Assert.Equal(2500, await RateAsync(shop));
    }

    [Fact]
    public async Task It_is_forgotten_a_day_later()
    {
        await using var own = app.Another();
        var shop = await own.OpenShopAsync();
        var (first, second) = (await ChangeAsync(shop), "");
        own.Time.Advance(TimeSpan.FromHours(20));
        second = await ChangeAsync(shop, "30");
        own.Time.Advance(TimeSpan.FromHours(5));
        await own.InsideAsync(shop.Id, async services =>
        {
            await ActivatorUtilities.CreateInstance<ForgetUndoStepsJob>(services).RunAsync(TestContext.Current.CancellationToken);
            return true;
        });
        var kept = await own.InsideAsync(shop.Id, services => services.GetRequiredService<AppDb>().UndoSteps.Select(step => step.Id).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal([second], kept.Select(id => $"undo/{id}"));
        Assert.NotEqual(first, second);
    }

    private static async Task<string> ChangeAsync(TestShop shop, string labor = "25") =>
        (await shop.PostFormAsync("making", "making", ("_handler", "rates"), ("Rates.Labor", labor), ("Rates.Overhead", "0"), ("Rates.LaborIsValued", "on"))).Undo!;

    private static async Task<long> RateAsync(TestShop shop) => await shop.InsideAsync(async services =>
        await services.GetRequiredService<AppDb>().Set<ArtisansCorner.Making.MakingRates>().Select(rates => rates.LaborPerHour).FirstAsync(TestContext.Current.CancellationToken));

    private static async Task SetRoleAsync(TestShop who, TestShop where, Role role) => await where.InsideAsync(async services =>
    {
        var db = services.GetRequiredService<AppDb>();
        await using var write = await db.BeginWriteAsync(TestContext.Current.CancellationToken);
        var userId = await db.Users.Where(user => user.Email == who.Email).Select(user => user.Id).FirstAsync(TestContext.Current.CancellationToken);
        if (await db.Members.Where(member => member.UserId == userId).ExecuteUpdateAsync(row => row.SetProperty(member => member.Role, role), TestContext.Current.CancellationToken) == 0)
            db.Members.Add(new Member { Id = Guid.CreateVersion7(), ShopId = where.Id, UserId = userId, Role = role, JoinedAt = who.App.Time.GetUtcNow() });
        await write.CommitAsync(TestContext.Current.CancellationToken);
        await services.GetRequiredService<ShopDirectory>().ForgetShopAsync(where.Id, TestContext.Current.CancellationToken);
        return true;
    });
}
