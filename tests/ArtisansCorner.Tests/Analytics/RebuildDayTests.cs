using ArtisansCorner.Analytics;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Sales;
using ArtisansCorner.Tests.Harness;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Analytics;

public abstract class RebuildDayTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : RebuildDayTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : RebuildDayTests(app);

    [Fact]
    public async Task After_any_history_every_figure_equals_the_facts_recomputed()
    {
        // Today is amid the history: what earlier days of the running month brought is remembered apart from the latest.
        await using var mine = app.Another();
        mine.Time.Set(Noon(25));
        await RandomShop.Happenings.SampleAsync(
            async happenings =>
            {
                var shop = await mine.OpenShopAsync(name: $"Kiln {Guid.CreateVersion7():N}");
                var history = new History(shop.Id);
                var (channels, customers) = (await RandomShop.MakeChannelsAsync(shop), Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7()).ToList());
                var variants = Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7()).ToList();
                foreach (var (turn, some) in happenings.Chunk(3).Index())
                {
                    var days = new List<DateOnly>();
                    await RandomShop.ChangeAsync(shop, history, () =>
                    {
                        foreach (var (what, which, day, much) in some) days.AddRange(RandomShop.Happen(history, what, which, day, much, channels, customers, variants));
                    });
                    await shop.InsideAsync(async services =>
                    {
                        await services.GetRequiredService<RebuildDay>().RunAsync(days, TestContext.Current.CancellationToken);
                        return true;
                    });
                    // Now and then somebody looks, and what is remembered then is asked again later.
                    if (turn % 4 == 0) await IsExactAsync(shop, history, happenings);
                }

                await IsExactAsync(shop, history, happenings);
                Assert.Empty(await VerifyAsync(shop));
            },
            iter: 12);
    }

    [Fact]
    public async Task Earlier_days_of_the_month_are_summed_again_when_one_of_them_changes_and_not_for_a_sale_of_today()
    {
        await using var mine = app.Another();
        mine.Time.Set(Noon(25));
        var shop = await mine.OpenShopAsync();
        var history = new History(shop.Id);
        var channel = (await RandomShop.MakeChannelsAsync(shop))[0];
        var month = new Period(History.Start.AddDays(12), History.Start.AddDays(42));
        await SellAsync(21, 25);
        Assert.Equal(history.FiguresOf(month), await FiguresAsync());

        // Nobody tells of this, so it shows when days are summed again.
        await shop.InsideAsync(services => services.GetRequiredService<AppDb>().DailySales.Where(row => row.Day == History.Start.AddDays(21))
            .ExecuteUpdateAsync(row => row.SetProperty(day => day.Gross, day => day.Gross + 7), TestContext.Current.CancellationToken));
        await SellAsync(25);
        Assert.Equal(history.FiguresOf(month), await FiguresAsync());
        await SellAsync(20);
        Assert.Equal(history.FiguresOf(month).Totals.Gross + 7, (await FiguresAsync()).Totals.Gross);

        // And as the days pass.
        await SellAsync(21);
        for (var today = 26; today < 30; today++)
        {
            mine.Time.Advance(TimeSpan.FromDays(1));
            foreach (var day in (int[])[today, today - 1, today - 2, today - 3])
            {
                await SellAsync(day);
                Assert.Equal(history.FiguresOf(month), await FiguresAsync());
            }
        }

        async Task SellAsync(params int[] days)
        {
            await RandomShop.ChangeAsync(shop, history, () =>
            {
                foreach (var day in days) history.Sell(day, channel, null, 12, null, (null, 1, 1000 + day, 0));
            });
            await RandomShop.RebuildAsync(shop, days.Select(day => History.Start.AddDays(day)));
        }

        Task<Figures> FiguresAsync() => shop.InsideAsync(async services => (await services.GetRequiredService<FiguresQuery>().RunAsync([month], Scope.All, TestContext.Current.CancellationToken))[0]);
    }

    [Fact]
    public async Task A_day_whose_only_sale_is_taken_back_leaves_nothing()
    {
        var shop = await app.OpenShopAsync(name: $"Kiln {Guid.CreateVersion7():N}");
        var history = new History(shop.Id);
        var channel = (await RandomShop.MakeChannelsAsync(shop))[0];
        Sale? sale = null;
        await RandomShop.ChangeAsync(shop, history, () => history.Charge(sale = history.Sell(3, channel, Guid.CreateVersion7(), 12, null, (null, 2, 500, 0)), channel, 3, 70));
        await RandomShop.RebuildAsync(shop, [sale!.Day]);
        Assert.Equal((1, 1, 1, 1, 1), await RowsAsync(shop));

        IReadOnlyList<DateOnly> days = [];
        await RandomShop.ChangeAsync(shop, history, () => days = history.Withdraw(sale));
        await RandomShop.RebuildAsync(shop, days);
        Assert.Equal((0, 0, 0, 0, 0), await RowsAsync(shop));
    }

    [Fact]
    public async Task Many_days_at_once_give_the_same_as_one_after_the_other()
    {
        var shop = await app.OpenShopAsync(name: $"Kiln {Guid.CreateVersion7():N}");
        var history = new History(shop.Id);
        var channel = (await RandomShop.MakeChannelsAsync(shop))[0];
        var customers = Enumerable.Range(0, 7).Select(_ => Guid.CreateVersion7()).ToList();
        await RandomShop.ChangeAsync(shop, history, () =>
        {
            for (var day = 0; day < 400; day += 3) history.Sell(day, channel, customers[day % 7], (byte)(day % 24), null, (null, 1 + day % 4, 1000, day % 9));
        });
        await RandomShop.RebuildAsync(shop, history.Sales.Select(sale => sale.Day));
        var whole = new Period(History.Start, History.Start.AddDays(400));
        var figures = await shop.InsideAsync(async services => await services.GetRequiredService<FiguresQuery>().RunAsync([whole], Scope.All, TestContext.Current.CancellationToken));
        Assert.Equal(history.FiguresOf(whole), figures[0]);

        // One who bought on many days and is no buyer any more is known by what was thought before.
        IReadOnlyList<DateOnly> days = [];
        await RandomShop.ChangeAsync(shop, history, () => days = [.. history.Sales.Where(sale => sale.CustomerId == customers[0]).ToList().SelectMany(history.Withdraw)]);
        await RandomShop.RebuildAsync(shop, [.. days, .. history.Sales.Select(sale => sale.Day)]);
        Assert.Empty(await VerifyAsync(shop));

        // The same where the days are scattered.
        await RandomShop.ChangeAsync(shop, history, () => days = [.. history.Sales.Where(sale => sale.CustomerId == customers[1]).ToList().SelectMany(history.Withdraw)]);
        await RandomShop.RebuildAsync(shop, days);
        Assert.Empty(await VerifyAsync(shop));
    }

    [Fact]
    public async Task Two_servers_that_rebuild_the_same_day_at_once_leave_it_exact()
    {
        var shop = await app.OpenShopAsync(name: $"Kiln {Guid.CreateVersion7():N}");
        var history = new History(shop.Id);
        var channel = (await RandomShop.MakeChannelsAsync(shop))[0];
        await RandomShop.ChangeAsync(shop, history, () => history.Sell(3, channel, Guid.CreateVersion7(), 12, null, (null, 2, 500, 0)));
        var day = history.Sales[0].Day;
        await RandomShop.RebuildAsync(shop, [day]);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RandomShop.RebuildAsync(shop, [day])));
        Assert.Equal((1, 1, 1, 1, 1), await RowsAsync(shop));
    }

    [Fact]
    public async Task Days_of_many_buyers_at_once_are_what_they_are_one_by_one()
    {
        var shop = await app.OpenShopAsync(name: $"Kiln {Guid.CreateVersion7():N}");
        var history = new History(shop.Id);
        var channel = (await RandomShop.MakeChannelsAsync(shop))[0];
        var buyers = Enumerable.Range(0, 1_050).Select(_ => Guid.CreateVersion7()).ToList();
        await RandomShop.ChangeAsync(shop, history, () =>
        {
            foreach (var (number, buyer) in buyers.Index())
                for (var visit = 0; visit < 1 + number % 4; visit++) history.Sell((number * 7 + visit * visit * 5) % 80, channel, buyer, 9, null, (null, 1, 1000, 0));
        });
        await RandomShop.RebuildAsync(shop, history.Sales.Select(sale => sale.Day));
        Assert.Empty(await VerifyAsync(shop));

        IReadOnlyList<DateOnly> days = [];
        await RandomShop.ChangeAsync(shop, history, () => days = [.. history.Sales.Take(300).ToList().SelectMany(history.Withdraw)]);
        await RandomShop.RebuildAsync(shop, [.. days, .. history.Sales.Select(sale => sale.Day)]);
        Assert.Empty(await VerifyAsync(shop));
    }

    private static DateTimeOffset Noon(int day) => new(History.Start.AddDays(day), new TimeOnly(12, 0), TimeSpan.Zero);

    private static async Task IsExactAsync(TestShop shop, History history, IReadOnlyList<(int What, int Which, int Day, int Much)> happenings)
    {
        var cancel = TestContext.Current.CancellationToken;
        var ranges = happenings.Take(6).Select(one => new Period(History.Start.AddDays(Math.Min(one.Day, one.Much)), History.Start.AddDays(Math.Max(one.Day, one.Much))))
            .Append(new Period(History.Start.AddDays(-1), History.Start.AddDays(70))).ToList();
        await shop.InsideAsync(async services =>
        {
            foreach (var range in ranges)
            {
                var summary = await services.GetRequiredService<SummaryQuery>().RunAsync(range, Comparison.Previous, Scope.All, cancel);
                Assert.Equal(history.FiguresOf(range), summary.Current);
                Assert.Equal(history.FiguresOf(summary.ComparedRange!.Value), summary.Compared);
                foreach (var bucket in (Bucket[])[Bucket.Day, Bucket.Week, Bucket.Month])
                {
                    var series = await services.GetRequiredService<SeriesQuery>().RunAsync(range, bucket, Comparison.None, Scope.All, cancel);
                    Assert.All(series.Points, point => Assert.Equal(history.FiguresOf(point.Days), point.Figures));
                }

                var products = await services.GetRequiredService<ProductsQuery>().RunAsync(range, Scope.All, 2, cancel);
                Assert.Equal(
                    (summary.Current.NetSales, summary.Current.NetUnits, summary.Current.CostOfGoods, summary.Current.Returns),
                    (products.Total.NetSales, products.Total.NetUnits, products.Total.CostOfGoods, products.Total.Returns));
                Assert.Equal(products.Total.NetSales, products.Others.NetSales + products.Items.Sum(item => item.NetSales));
                var channels = await services.GetRequiredService<ChannelsQuery>().RunAsync(range, Scope.All, cancel);
                Assert.Equal(
                    (summary.Current.NetSales, summary.Current.Fees, summary.Current.Contribution, summary.Current.Orders),
                    (channels.Sum(one => one.NetSales), channels.Sum(one => one.Fees), channels.Sum(one => one.Contribution), channels.Sum(one => one.Orders)));
                var hours = await services.GetRequiredService<HeatmapQuery>().RunAsync(range, SaleSlice.Whole, cancel);
                Assert.Equal(history.Sales.Count(sale => range.Contains(sale.Day) && sale.Hour is not null), hours.Sum(hour => hour.Orders));
            }

            return true;
        });
    }

    [Fact]
    public async Task Verifying_finds_the_days_that_differ_and_makes_them_again()
    {
        var shop = await app.OpenShopAsync(name: $"Kiln {Guid.CreateVersion7():N}");
        var history = new History(shop.Id);
        var channel = (await RandomShop.MakeChannelsAsync(shop))[0];
        var buyer = Guid.CreateVersion7();
        await RandomShop.ChangeAsync(shop, history, () =>
        {
            for (var day = 0; day < 90; day += 10) history.Sell(day, channel, buyer, 9, null, (null, 1, 1000, 0));
        });
        Assert.Equal(9, (await VerifyAsync(shop)).Count);
        Assert.Empty(await VerifyAsync(shop));

        await shop.InsideAsync(async services =>
        {
            var (db, cancel) = (services.GetRequiredService<AppDb>(), TestContext.Current.CancellationToken);
            await db.DailySales.Where(row => row.Day == History.Start).ExecuteUpdateAsync(row => row.SetProperty(day => day.Gross, 1), cancel);
            await db.HourlySales.Where(row => row.Day == History.Start.AddDays(10)).ExecuteDeleteAsync(cancel);
            return await db.CustomerDays.Where(row => row.Day == History.Start.AddDays(20)).ExecuteDeleteAsync(cancel);
        });
        Assert.Equal([History.Start, History.Start.AddDays(10), History.Start.AddDays(20)], await VerifyAsync(shop));
        Assert.Empty(await VerifyAsync(shop));
    }

    private static Task<IReadOnlyList<DateOnly>> VerifyAsync(TestShop shop) =>
        shop.InsideAsync(services => services.GetRequiredService<VerifyRollUps>().RunAsync(TestContext.Current.CancellationToken));

    private static Task<(int, int, int, int, int)> RowsAsync(TestShop shop) => shop.InsideAsync(async services =>
    {
        var (db, cancel) = (services.GetRequiredService<AppDb>(), TestContext.Current.CancellationToken);
        return (await db.DailySales.CountAsync(cancel), await db.DailyProductSales.CountAsync(cancel), await db.DailyChannelSales.CountAsync(cancel),
            await db.HourlySales.CountAsync(cancel), await db.CustomerDays.CountAsync(cancel));
    });
}
