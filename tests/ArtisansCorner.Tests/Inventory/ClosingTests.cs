using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Inventory;

public sealed class ClosingTests(AppOnPostgres app)
{
    [Fact]
    public async Task Closing_a_period_waits_for_a_sale_of_two_items_instead_of_each_for_the_other()
    {
        var (shop, stop) = (await app.OpenShopAsync(), TestContext.Current.CancellationToken);
        // The item that sales lock first was counted last, so that one who goes through the table comes to it last.
        var (first, second) = (await shop.AddProductAsync("MUG"), await shop.AddProductAsync("BOWL", pieces: 5));
        (await shop.PostAsync("stock/movements", new { sku = "MUG", quantity = 5, reason = "received" })).Is(201);
        var closing = await shop.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            await using var write = await db.BeginWriteAsync(stop);
            await LockAsync(db, first);
            var answer = shop.PostAsync("closed-periods", new { through = "2026-01-31" });
            await Others.WaitForAsync(db);
            await LockAsync(db, second);
            await write.CommitAsync(stop);
            return answer;
        });
        (await closing).Is(201);

        Task<int> LockAsync(AppDb db, Guid variant) =>
            db.StockLevels.Where(level => level.VariantId == variant).ExecuteUpdateAsync(row => row.SetProperty(level => level.OnHand, level => level.OnHand), stop);
    }
}
