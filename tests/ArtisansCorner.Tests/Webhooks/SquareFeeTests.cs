using ArtisansCorner.Tests.Harness;
using ArtisansCorner.Tests.Importing;

namespace ArtisansCorner.Tests.Webhooks;

/// <summary>A fee that Square tells by an event and in its transactions file is one fee.</summary>
public abstract class SquareFeeTests(App app)
{
    private const string Address = "https://proxy.example/square";

    public sealed class OnSqlite(AppOnSqlite app) : SquareFeeTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : SquareFeeTests(app);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_payment_told_by_an_event_and_by_a_file_has_one_fee_whichever_comes_first(bool eventFirst)
    {
        var shop = await app.OpenShopAsync();
        var platform = await Platform.ConnectAsync(shop, "square", Address);
        foreach (var isEvent in eventFirst ? (bool[])[true, false, true] : [false, true, false])
        {
            if (isEvent) await TellAsync(platform);
            else await shop.ImportAsync(await FileAsync());
        }

        await Eventually.PassesAsync(async () => Assert.Equal((3000, 45), ((long)(await shop.FiguresAsync("2026-03-14", "2026-03-14"))["grossSales"], (long)(await shop.FiguresAsync("2026-03-14", "2026-03-14"))["fees"])));
        var sale = Assert.Single((await shop.GetAsync("sales")).Is(200)["items"]);
        Assert.Equal(45, (long)Assert.Single((await shop.GetAsync($"sales/{(Guid)sale["id"]}")).Is(200)["fees"])["amount"]);
    }

    [Fact]
    public async Task Two_payments_of_one_order_keep_a_fee_each()
    {
        var shop = await app.OpenShopAsync();
        var platform = await Platform.ConnectAsync(shop, "square", Address);
        await TellAsync(platform, "p1");
        await TellAsync(platform, "p2");
        await shop.ImportAsync(await FileAsync("p1", "p2"));
        await Eventually.PassesAsync(async () => Assert.Equal(90, (long)(await shop.FiguresAsync("2026-03-14", "2026-03-14"))["fees"]));
    }

    private static async Task TellAsync(Platform platform, string id = "p1") => (await platform.TellAsync(
        "payment.updated",
        new
        {
            @object = new
            {
                payment = new
                {
                    id,
                    order_id = "o1",
                    status = "COMPLETED",
                    created_at = "2026-03-14T10:15:00Z",
                    amount_money = new { amount = 3000, currency = "GBP" },
                    processing_fee = new[] { new { amount_money = new { amount = 45, currency = "GBP" } } },
                },
            },
        },
        signedUrl: Address)).Is(200);

    private static async Task<string> FileAsync(params string[] payments) => Platforms.Of(
        await Platforms.HeadingsAsync("square.transactions"),
        [.. (payments.Length == 0 ? ["p1"] : payments).Select(payment => (ValueTuple<string, string>[])
        [
            ("Date", "2026-03-14"), ("Time", "10:15:00"), ("Time Zone", "London"), ("Total Collected", "£30.00"), ("Fees", "(£0.45)"), ("Net Total", "£29.55"), ("Card", "£30.00"), ("Transaction ID", "o1"), ("Payment ID", payment), ("Event Type", "Payment"),
        ])]);
}
