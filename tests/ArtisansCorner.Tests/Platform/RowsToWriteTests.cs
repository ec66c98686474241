using ArtisansCorner.Analytics;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Platform;

public abstract class RowsToWriteTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : RowsToWriteTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : RowsToWriteTests(app);

    private static readonly string[] Amount = [nameof(Goal.NetSales)];
    private static readonly DateOnly Month = new(2026, 11, 1);
    private static readonly Guid Somebody = Guid.CreateVersion7();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_stand_with_the_commit_and_vanish_with_a_transaction_that_has_none()
    {
        var shop = await app.OpenShopAsync();
        await shop.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            await using (await db.BeginWriteAsync(Cancel)) db.Rows.Insert(GoalOf(shop, 100));
            await using (var write = await db.BeginWriteAsync(Cancel)) await write.CommitAsync(Cancel);
            Assert.Empty(await db.Goals.ToListAsync(Cancel));

            await WriteAsync(db, rows => rows.Insert(GoalOf(shop, 100)));
            Assert.Equal(100, (await db.Goals.AsNoTracking().SingleAsync(Cancel)).NetSales);
            return true;
        });
    }

    [Fact]
    public async Task A_change_is_of_the_whole_row_or_of_the_columns_it_names()
    {
        var shop = await app.OpenShopAsync();
        await shop.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            await WriteAsync(db, rows => rows.Insert(GoalOf(shop, 100)));
            await WriteAsync(db, rows => rows.Update(GoalOf(shop, 200), Amount));
            var goal = await db.Goals.AsNoTracking().SingleAsync(Cancel);
            Assert.Equal((200, Somebody), (goal.NetSales, goal.SetBy));

            goal.SetBy = null;
            await WriteAsync(db, rows => rows.Update(goal));
            Assert.Null((await db.Goals.AsNoTracking().SingleAsync(Cancel)).SetBy);
            return true;
        });
    }

    [Fact]
    public async Task A_row_that_is_gone_is_not_changed_in_silence()
    {
        var shop = await app.OpenShopAsync();
        await shop.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => WriteAsync(db, rows => rows.Update(GoalOf(shop, 200))));
            return true;
        });
    }

    [Fact]
    public async Task Numbers_are_added_up_by_the_database()
    {
        var shop = await app.OpenShopAsync();
        await shop.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            for (var i = 0; i < 2; i++) await WriteAsync(db, rows => rows.Count(new SalesMonth { ShopId = shop.Id, Month = Month, Number = 3, Earlier = 2 }));
            var month = await db.Set<SalesMonth>().AsNoTracking().SingleAsync(Cancel);
            Assert.Equal((6, 4), (month.Number, month.Earlier));
            return true;
        });
    }

    [Fact]
    public async Task A_row_of_another_shop_is_refused()
    {
        var (shop, other) = (await app.OpenShopAsync(), await app.OpenShopAsync());
        await shop.InsideAsync(async services =>
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => WriteAsync(services.GetRequiredService<AppDb>(), rows => rows.Insert(GoalOf(other, 1))));
            return true;
        });
    }

    private static Goal GoalOf(TestShop shop, long amount) => new() { ShopId = shop.Id, Month = Month, NetSales = amount, SetAt = DateTimeOffset.UnixEpoch, SetBy = Somebody };

    private static async Task WriteAsync(AppDb db, Action<RowsToWrite> name)
    {
        await using var write = await db.BeginWriteAsync(Cancel);
        name(db.Rows);
        await write.CommitAsync(Cancel);
    }
}
