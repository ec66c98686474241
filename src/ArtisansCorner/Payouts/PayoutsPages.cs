using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Shops;

namespace ArtisansCorner.Payouts;

/// <summary>The list of payouts as a file.</summary>
public static class PayoutsPages
{
    /// <summary>Routes beside the page.</summary>
    public static void MapPayoutsPages(this IEndpointRouteBuilder app) =>
        app.MapGet("/{shop}/payouts.csv", Csv).RequirePermission(Permission.View).ExcludeFromDescription();

    private static IResult Csv(HttpRequest request, PayoutListQuery payouts, CurrentShop current, TimeProvider time, CancellationToken cancel)
    {
        var (currency, slug) = (current.Facts.Currency, current.Facts.Slug);
        var range = PayoutChoice.Read(request.Query, current.Facts.Zone.DayOf(time.GetUtcNow())).Choice.Range;
        return CsvPages.Download($"{slug} payouts.csv", Headings(currency), after => payouts.RunAsync(range, after, CsvPages.RowsAtOnce, cancel), payout => Cells(payout, currency), cancel);
    }

    private static IEnumerable<string> Headings(Currency currency) =>
        ["Day", "Channel", "Account", "State", .. new[] { "Amount", "Payments", "Refunds", "Fees", "Tax", "Other", "Not explained" }.Select(name => $"{name} ({currency.Code})")];

    private static IEnumerable<string?> Cells(PayoutItem payout, Currency currency)
    {
        return
        [
            CsvText.Day(payout.Day), payout.Channel, payout.Account, PayoutWords.State(payout), Amount(payout.Amount),
            Amount(payout.MadeOf?.Sales), Amount(payout.MadeOf?.Refunds), Amount(payout.MadeOf?.Fees), Amount(payout.MadeOf?.Tax), Amount(payout.MadeOf?.Adjustments), Amount(payout.Unexplained),
        ];

        string? Amount(long? minor) => minor is { } amount ? CsvText.Amount(amount, currency) : null;
    }
}
