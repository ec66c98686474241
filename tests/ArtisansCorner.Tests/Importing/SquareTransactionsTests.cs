using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>Square's transactions beside its items: each brings what the other does not know.</summary>
public abstract class SquareTransactionsTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : SquareTransactionsTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : SquareTransactionsTests(app);

    [Theory]
    [InlineData(41, true)]
    [InlineData(44, false)]
    [InlineData(55, true)]
    [InlineData(55, false)]
    public async Task Items_bring_what_was_sold_and_transactions_fees_and_tips_in_any_order_and_twice(int columns, bool itemsFirst)
    {
        var shop = await app.OpenShopAsync(currency: "USD", country: "US", timeZone: "America/New_York");
        string[] files = [await ItemsAsync(), await TransactionsAsync(columns)];
        foreach (var at in itemsFirst ? (int[])[0, 1] : [1, 0]) await shop.ImportAsync(files[at]);

        // Tips and gift cards are in no sales; 5.00 was given back without goods.
        var month = await shop.FiguresAsync("2026-03-01", "2026-03-31");
        Assert.Equal((7800, 520, 500, 6780), ((long)month["grossSales"], (long)month["discounts"], (long)month["returns"], (long)month["netSales"]));
        Assert.Equal((410, 265, 2), ((long)month["tax"], (long)month["fees"], (long)month["orders"]));
        var entries = await shop.EntriesAsync();
        Assert.Equal(5220 + 2405 - 500, entries.Sum(entry => entry.Net));
        Assert.Equal(300, Assert.Single(entries, entry => entry.Title == "Tip").Net);
        Assert.Equal(2500, Assert.Single(entries, entry => entry.Title == "Gift card sold").Net);
        if (columns >= 44) Assert.All(entries, entry => Assert.Equal("D-1", entry.PayoutExternalId));
        foreach (var file in files) await shop.AddsNothingAsync(file);
    }

    [Fact]
    public async Task What_was_paid_in_cash_has_no_fee_and_no_payout_and_it_says_so()
    {
        var shop = await app.OpenShopAsync(currency: "USD", country: "US", timeZone: "America/New_York");
        var transactions = await shop.ImportAsync(await TransactionsAsync(55));
        Assert.Equal("square-transactions", (string?)transactions["format"]);
        Assert.Equal(["its amounts do not add up", "paid in cash or otherwise: Square kept no fee of it and pays nothing out"], transactions.Reasons());
        Assert.Equal(["a gift card: it becomes a sale when it is spent"], (await shop.ImportAsync(await ItemsAsync())).Reasons());
    }

    [Fact]
    public async Task A_fee_that_a_sale_told_after_the_file_stays_when_the_file_is_taken_back()
    {
        var shop = await app.OpenShopAsync(currency: "USD", country: "US", timeZone: "America/New_York");
        var transactions = await shop.ImportAsync(await TransactionsAsync(44));
        var sale = (Guid)(await shop.PostAsync("sales", new
        {
            channel = "Square",
            externalId = "T-1",
            soldAt = "2026-03-14T15:00:00Z",
            lines = new[] { new { title = "Mug", quantity = 2, unitPrice = 2600 } },
            fees = new[] { new { type = "processing", amount = 170, externalId = "T-1 PT-1" } },
        })).Is(201)["id"];
        Assert.Equal(265, (long)(await shop.FiguresAsync("2026-03-01", "2026-03-31"))["fees"]);
        await shop.DoAsync(transactions, "undo", "undone");
        Assert.Equal(170, (long)(await shop.FiguresAsync("2026-03-01", "2026-03-31"))["fees"]);
        Assert.Equal([170], (await shop.GetAsync($"sales/{sale}")).Is(200)["fees"].Select(fee => (long)fee["amount"]));
        // The file comes once more: that fee is known, the other is not.
        Assert.Equal(1, (await shop.ImportAsync(await TransactionsAsync(44))).Others("fees").Adds);
    }

    private static async Task<string> ItemsAsync() => Platforms.Of(
        await Platforms.HeadingsAsync("square.items.35"),
        Item("T-1", "Mug", "2", "$52.00", "($5.20)", "$46.80", "$4.10", "Physical good"),
        Item("T-2", "Bowl", "1", "$26.00", "$0.00", "$26.00", "$0.00", "Physical good"),
        Item("T-3", "Gift Card", "1", "$25.00", "$0.00", "$25.00", "$0.00", "Gift card"));

    private static (string, string)[] Item(string transaction, string item, string quantity, string gross, string discounts, string net, string tax, string kind) =>
    [
        ("Date", "2026-03-14"), ("Time", "11:00:00"), ("Time Zone", "Eastern Time (US & Canada)"), ("Item", item), ("Qty", quantity), ("Price Point Name", "Regular"), ("Gross Sales", gross),
        ("Discounts", discounts), ("Net Sales", net), ("Tax", tax), ("Transaction ID", transaction), ("Event Type", "Payment"), ("Itemization Type", kind),
    ];

    private static async Task<string> TransactionsAsync(int columns) => Platforms.Of(
        [.. (await Platforms.HeadingsAsync("square.transactions")).Take(columns)],
        [.. Transaction("T-1", "Payment", "$53.90", "($1.70)", "$52.20"), ("Gross Sales", "$52.00"), ("Discounts", "($5.20)"), ("Net Sales", "$46.80"), ("Tax", "$4.10"), ("Tip", "$3.00"), ("Card", "$53.90")],
        [.. Transaction("T-2", "Payment", "$26.00", "$0.00", "$26.00"), ("Cash", "$26.00")],
        [.. Transaction("T-3", "Payment", "$25.00", "($0.95)", "$24.05"), ("Gift Card Sales", "$25.00"), ("Card", "$25.00")],
        [.. Transaction("T-4", "Refund", "($5.00)", "$0.00", "($5.00)"), ("Partial Refunds", "($5.00)"), ("Card", "($5.00)")],
        [.. Transaction("T-5", "Payment", "$10.00", "($0.50)", "$10.00"), ("Card", "$10.00")]);

    private static (string, string)[] Transaction(string transaction, string kind, string collected, string fees, string net) =>
    [
        ("Date", "2026-03-14"), ("Time", "11:00:00"), ("Time Zone", "Eastern Time (US & Canada)"), ("Total Collected", collected), ("Fees", fees), ("Net Total", net), ("Transaction ID", transaction),
        ("Payment ID", "P" + transaction), ("Event Type", kind), ("Deposit ID", "D-1"), ("Deposit Date", "2026-03-15"),
    ];
}
