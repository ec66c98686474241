using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Sales;
using ArtisansCorner.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Platform;

public abstract class TogetherTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : TogetherTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : TogetherTests(app);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_question_has_its_own_answer_and_may_ask_further()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", price: 1250, pieces: 5);
        await shop.AddProductAsync("BOWL", price: 3100, pieces: 5);
        await shop.SellAsync("MUG", 2);
        await shop.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var together = db.AskTogether();
            var codes = together.Ask(() => db.Variants.OrderBy(variant => variant.Sku).Select(variant => variant.Sku).ToListAsync(Cancel));
            var title = together.Ask(async () =>
            {
                var line = await db.SaleLines.AsNoTracking().FirstAsync(Cancel);
                var variants = db.Variants;
                return await db.Products.Where(product => variants.Any(variant => variant.Id == line.VariantId && variant.ProductId == product.Id)).Select(product => product.Name).SingleAsync(Cancel);
            });
            var inner = together.Ask(async () =>
            {
                var further = db.AskTogether();
                var (sales, customers) = (further.Ask(() => db.Sales.CountAsync(Cancel)), further.Ask(() => db.Customers.CountAsync(Cancel)));
                await further.RunAsync(Cancel);
                return (Sales: await sales, Customers: await customers);
            });
            var known = together.Ask(() => Task.FromResult(7));
            await together.RunAsync(Cancel);
            Assert.Equal(["BOWL", "MUG"], await codes);
            Assert.Equal("Piece MUG", await title);
            Assert.Equal((1, 0), await inner);
            Assert.Equal(7, await known);
            return true;
        });
    }

    [Fact]
    public async Task One_that_fails_is_told_and_the_database_can_be_asked_again()
    {
        var shop = await app.OpenShopAsync();
        await shop.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var together = db.AskTogether();
            var fine = together.Ask(() => db.Sales.CountAsync(Cancel));
            _ = together.Ask(() => db.Sales.AsNoTracking().SingleAsync(Cancel));
            await Assert.ThrowsAsync<InvalidOperationException>(() => together.RunAsync(Cancel));
            Assert.Equal(0, await fine);
            Assert.Equal(0, await db.Sales.CountAsync(Cancel));
            return true;
        });
    }

    [Fact]
    public async Task Questions_asked_together_never_write()
    {
        var shop = await app.OpenShopAsync();
        await shop.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var together = db.AskTogether();
            _ = together.Ask(() => db.Sales.ExecuteDeleteAsync(Cancel));
            await Assert.ThrowsAsync<InvalidOperationException>(() => together.RunAsync(Cancel));
            return true;
        });
    }
}
