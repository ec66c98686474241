using ArtisansCorner.Analytics;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Sales;
using ArtisansCorner.Tests.Harness;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Analytics;

/// <summary>Random histories of a shop, and how they come into its database.</summary>
internal static class RandomShop
{
    /// <summary>What happens next in a random shop: numbers that choose.</summary>
    public static readonly Gen<(int What, int Which, int Day, int Much)[]> Happenings =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 99], Gen.Int[0, 50], Gen.Int[1, 60]).Array[1, 40];

    public static IEnumerable<DateOnly> Happen(
        History history, int what, int which, int day, int much, List<Guid> channels, List<Guid> customers, List<Guid> variants, Guid? fair = null)
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
                return [history.Sell(day, channel, customer, much % 6 == 0 ? null : (byte)(which % 24), day % 3 == 1 ? fair : null, (variant, much, 1250, much), (variants[0], 1, 90, 0)).Day];
        }
    }

    public static async Task<List<Guid>> MakeChannelsAsync(TestShop shop)
    {
        List<Channel> channels = [.. new[] { "Etsy", "Fair" }.Select(name => new Channel { Id = Guid.CreateVersion7(), ShopId = shop.Id, Name = name, Key = name.ToLowerInvariant() })];
        await ChangeAsync(shop, db => db.Channels.AddRange(channels));
        return channels.ConvertAll(channel => channel.Id);
    }

    /// <summary>Brings the database to what the history says after the change.</summary>
    public static async Task ChangeAsync(TestShop shop, History history, Action change)
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

    public static Task<bool> ChangeAsync(TestShop shop, Action<AppDb> change) => shop.InsideAsync(async services =>
    {
        var db = services.GetRequiredService<AppDb>();
        await using var write = await db.BeginWriteAsync(TestContext.Current.CancellationToken);
        change(db);
        await write.CommitAsync(TestContext.Current.CancellationToken);
        return true;
    });

    public static Task<bool> RebuildAsync(TestShop shop, IEnumerable<DateOnly> days) => shop.InsideAsync(async services =>
    {
        await services.GetRequiredService<RebuildDay>().RunAsync(days, TestContext.Current.CancellationToken);
        return true;
    });
}
