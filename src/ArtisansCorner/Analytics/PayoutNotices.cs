using ArtisansCorner.Payouts;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Analytics;

/// <summary>Says which payouts of the last weeks the channel's account does not explain.</summary>
internal sealed class PayoutNotices(PayoutListQuery payouts, CurrentShop shop, TimeProvider time) : INoticeSource
{
    private const int Days = 91;
    private const int Looked = 200;
    private const int Shown = 3;

    /// <inheritdoc />
    public int Order => 20;

    /// <inheritdoc />
    public async Task<IReadOnlyList<Notice>> FindAsync(CancellationToken cancel)
    {
        var today = shop.Facts.Zone.DayOf(time.GetUtcNow());
        var lately = await payouts.RunAsync(new Period(today.AddDays(1 - Days), today), null, Looked, cancel);
        var open = lately.Items.Where(payout => payout.Unexplained is not (null or 0)).ToList();
        if (open.Count == 0) return [];
        var home = $"/{shop.Facts.Slug}/payouts";
        return
        [
            new Notice(
                "unmatched", open.Count == 1 ? "A payout is not explained" : $"{open.Count} payouts are not explained", null,
                [.. open.Take(Shown).Select(payout => new NoticeLine(
                    $"{payout.Channel}, {WhenWords.Of(new Period(payout.Day, payout.Day))}", $"{home}?from={payout.Day:yyyy-MM-dd}&to={payout.Day:yyyy-MM-dd}", new Money(payout.Unexplained!.Value, shop.Facts.Currency).ToString(), "The statement does not tell of it."))],
                [new("See payouts", home)]),
        ];
    }
}
