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

    /// <summary>What happens next in a random shop: numbers that choose.</summary>
    private static readonly Gen<(int What, int Which, int Day, int Much)[]> Happenings =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 99], Gen.Int[0, 50], Gen.Int[1, 60]).Array[1, 40];

    [Fact]
    public async Task After_any_history_every_figure_equals_the_facts_recomputed() =>
        await Happenings.SampleAsync(
            async happenings =>
            {
                var shop = await app.OpenShopAsync(name: $"Kiln {Guid.CreateVersion7():N}");
                var history = new History(shop.Id);
                var (channels, customers) = (await MakeChannelsAsync(shop), Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7()).ToList());
                var variants = Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7()).ToList();
                foreach (var some in happenings.Chunk(3))
                {
                    var days = new List<DateOnly>();
                    await ChangeAsync(shop, history, () =>
                    {
                        foreach (var (what, which, day, much) in some) days.AddRange(Happen(history, what, which, day, much, channels, customers, variants));
                    });
                    await shop.InsideAsync(async services =>
                    {
                        await services.GetRequiredService<RebuildDay>().RunAsync(days, TestContext.Current.CancellationToken);
                        return true;
                    });
                }

                await IsExactAsync(shop, history, happenings);
            },
            iter: 12);

    [Fact]
    public async Task A_day_whose_only_sale_is_taken_back_leaves_nothing()
    {
        var shop = await app.OpenShopAsync(name: $"Kiln {Guid.CreateVersion7():N}");
        var history = new History(shop.Id);
        var channel = (await MakeChannelsAsync(shop))[0];
        Sale? sale = null;
        await ChangeAsync(shop, history, () => history.Charge(sale = history.Sell(3, channel, Guid.CreateVersion7(), 12, (null, 2, 500, 0)), channel, 3, 70));
        await RebuildAsync(shop, [sale!.Day]);
        Assert.Equal((1, 1, 1, 1, 1), await RowsAsync(shop));

        IReadOnlyList<DateOnly> days = [];
        await ChangeAsync(shop, history, () => days = history.Withdraw(sale));
        await RebuildAsync(shop, days);
        Assert.Equal((0, 0, 0, 0, 0), await RowsAsync(shop));
    }

    [Fact]
    public async Task Many_days_at_once_give_the_same_as_one_after_the_other()
    {
        var shop = await app.OpenShopAsync(name: $"Kiln {Guid.CreateVersion7():N}");
        var history = new History(shop.Id);
        var channel = (await MakeChannelsAsync(shop))[0];
        var customers = Enumerable.Range(0, 7).Select(_ => Guid.CreateVersion7()).ToList();
        await ChangeAsync(shop, history, () =>
        {
            for (var day = 0; day < 400; day += 3) history.Sell(day, channel, customers[day % 7], (byte)(day % 24), (null, 1 + day % 4, 1000, day % 9));
        });
        await RebuildAsync(shop, history.Sales.Select(sale => sale.Day));
        var whole = new Period(History.Start, History.Start.AddDays(400));
        var figures = await shop.InsideAsync(async services => await services.GetRequiredService<FiguresQuery>().RunAsync([whole], TestContext.Current.CancellationToken));
        Assert.Equal(history.FiguresOf(whole), figures[0]);
    }

    [Fact]
    public async Task Two_servers_that_rebuild_the_same_day_at_once_leave_it_exact()
    {
        var shop = await app.OpenShopAsync(name: $"Kiln {Guid.CreateVersion7():N}");
        var history = new History(shop.Id);
        var channel = (await MakeChannelsAsync(shop))[0];
        await ChangeAsync(shop, history, () => history.Sell(3, channel, Guid.CreateVersion7(), 12, (null, 2, 500, 0)));
        var day = history.Sales[0].Day;
        await RebuildAsync(shop, [day]);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RebuildAsync(shop, [day])));
        Assert.Equal((1, 1, 1, 1, 1), await RowsAsync(shop));
    }

    private static IEnumerable<DateOnly> Happen(
        History history, int what, int which, int day, int much, List<Guid> channels, List<Guid> customers, List<Guid> variants)
    {
        var channel = channels[which % channels.Count];
        var sale = history.Sales.Count == 0 ? null : history.Sales[which % history.Sales.Count];
        switch (what)
        {
            case 5 or 6 when sale is not null:
                return [history.GiveBack(sale, day, RefundKind.Refund).Day];
            case 7 when sale is not null && !history.Refunds.Any(refund => refund.SaleId == sale.Id && refund.Kind == RefundKind.Cancellation):
                return [history.GiveBack(sale, day, RefundKind.Cancellation).Day];
            case 8 when sale is not null:
                return history.Withdraw(sale);
            case 9:
                return [history.Charge(much % 2 == 0 ? sale : null, channel, day, much).Day];
            default:
                Guid? customer = which % 5 == 4 ? null : customers[which % 5];
                Guid? variant = much % 4 == 3 ? null : variants[much % 4];
                return [history.Sell(day, channel, customer, much % 6 == 0 ? null : (byte)(which % 24), (variant, much, 1250, much), (variants[0], 1, 90, 0)).Day];
        }
    }

    private static async Task IsExactAsync(TestShop shop, History history, IReadOnlyList<(int What, int Which, int Day, int Much)> happenings)
    {
        var cancel = TestContext.Current.CancellationToken;
        var ranges = happenings.Take(6).Select(one => new Period(History.Start.AddDays(Math.Min(one.Day, one.Much)), History.Start.AddDays(Math.Max(one.Day, one.Much))))
            .Append(new Period(History.Start.AddDays(-1), History.Start.AddDays(70))).ToList();
        await shop.InsideAsync(async services =>
        {
            foreach (var range in ranges)
            {
                var summary = await services.GetRequiredService<SummaryQuery>().RunAsync(range, Comparison.Previous, cancel);
                Assert.Equal(history.FiguresOf(range), summary.Current);
                Assert.Equal(history.FiguresOf(summary.ComparedRange!.Value), summary.Compared);
                foreach (var bucket in (Bucket[])[Bucket.Day, Bucket.Week, Bucket.Month])
                {
                    var series = await services.GetRequiredService<SeriesQuery>().RunAsync(range, bucket, Comparison.None, cancel);
                    Assert.All(series.Points, point => Assert.Equal(history.FiguresOf(point.Days), point.Figures));
                }

                var products = await services.GetRequiredService<ProductsQuery>().RunAsync(range, 2, cancel);
                Assert.Equal(
                    (summary.Current.NetSales, summary.Current.NetUnits, summary.Current.CostOfGoods, summary.Current.Returns),
                    (products.Total.NetSales, products.Total.NetUnits, products.Total.CostOfGoods, products.Total.Returns));
                Assert.Equal(products.Total.NetSales, products.Others.NetSales + products.Items.Sum(item => item.NetSales));
                var channels = await services.GetRequiredService<ChannelsQuery>().RunAsync(range, cancel);
                Assert.Equal(
                    (summary.Current.NetSales, summary.Current.Fees, summary.Current.Contribution, summary.Current.Orders),
                    (channels.Sum(one => one.NetSales), channels.Sum(one => one.Fees), channels.Sum(one => one.Contribution), channels.Sum(one => one.Orders)));
                var hours = await services.GetRequiredService<HeatmapQuery>().RunAsync(range, cancel);
                Assert.Equal(history.Sales.Count(sale => range.Contains(sale.Day) && sale.Hour is not null), hours.Sum(hour => hour.Orders));
            }

            return true;
        });
    }

    private static async Task<List<Guid>> MakeChannelsAsync(TestShop shop)
    {
        List<Channel> channels = [.. new[] { "Etsy", "Fair" }.Select(name => new Channel { Id = Guid.CreateVersion7(), ShopId = shop.Id, Name = name, Key = name.ToLowerInvariant() })];
        await ChangeAsync(shop, db => db.Channels.AddRange(channels));
        return channels.ConvertAll(channel => channel.Id);
    }

    /// <summary>Brings the database to what the history says after the change.</summary>
    private static async Task ChangeAsync(TestShop shop, History history, Action change)
    {
        var before = history.Sales.ToList();
        var (refunds, fees) = (history.Refunds.Select(refund => refund.Id).ToHashSet(), history.Fees.Select(fee => fee.Id).ToHashSet());
        change();
        await ChangeAsync(shop, db =>
        {
            var sales = history.Sales.Except(before).Select(sale => sale.Id).ToHashSet();
            db.Sales.RemoveRange(before.Except(history.Sales));
            db.Sales.AddRange(history.Sales.Where(sale => sales.Contains(sale.Id)));
            db.SaleLines.AddRange(history.SaleLines.Where(line => sales.Contains(line.SaleId)));
            db.Refunds.AddRange(history.Refunds.Where(refund => !refunds.Contains(refund.Id)));
            db.RefundLines.AddRange(history.RefundLines.Where(line => !refunds.Contains(line.RefundId)));
            db.Fees.AddRange(history.Fees.Where(fee => !fees.Contains(fee.Id)));
        });
    }

    private static Task<bool> ChangeAsync(TestShop shop, Action<AppDb> change) => shop.InsideAsync(async services =>
    {
        var db = services.GetRequiredService<AppDb>();
        await using var write = await db.BeginWriteAsync(TestContext.Current.CancellationToken);
        change(db);
        await write.CommitAsync(TestContext.Current.CancellationToken);
        return true;
    });

    private static Task<bool> RebuildAsync(TestShop shop, IEnumerable<DateOnly> days) => shop.InsideAsync(async services =>
    {
        await services.GetRequiredService<RebuildDay>().RunAsync(days, TestContext.Current.CancellationToken);
        return true;
    });

    private static Task<(int, int, int, int, int)> RowsAsync(TestShop shop) => shop.InsideAsync(async services =>
    {
        var (db, cancel) = (services.GetRequiredService<AppDb>(), TestContext.Current.CancellationToken);
        return (await db.DailySales.CountAsync(cancel), await db.DailyProductSales.CountAsync(cancel), await db.DailyChannelSales.CountAsync(cancel),
            await db.HourlySales.CountAsync(cancel), await db.CustomerDays.CountAsync(cancel));
    });
}
