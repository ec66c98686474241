using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>Says which items run low, the worst first, and how many of them are sold.</summary>
public sealed class LowStockNotices(AppDb db, CurrentShop shop, AlertQuery open, TimeProvider time) : INoticeSource
{
    private const int Shown = 4;
    private const int Counted = 99;
    private const int Days = 28;

    /// <inheritdoc />
    public int Order => 0;

    /// <inheritdoc />
    public async Task<IReadOnlyList<Notice>> FindAsync(CancellationToken cancel)
    {
        var together = db.AskTogether();
        var asked = together.Ask(() => open.ListAsync(all: false, after: null, Counted, cancel));
        var counted = together.Ask(() => SoldAsync(cancel));
        await together.RunAsync(cancel);
        var (alerts, sold) = (await asked, await counted);
        if (alerts.Items.Count == 0) return [];
        var worst = alerts.Items.OrderByDescending(alert => alert.Kind).ThenByDescending(alert => alert.RaisedAt).Take(Shown).ToList();
        var all = $"/{shop.Facts.Slug}/inventory?show=low";
        var lines = worst.Select(alert => new NoticeLine(NameOf(alert), $"/{shop.Facts.Slug}/inventory?q={Uri.EscapeDataString(alert.Sku)}", StateOf(alert), NoteOf(alert, sold.GetValueOrDefault(alert.VariantId))));
        var count = alerts.Next is null ? $"{alerts.Items.Count}" : $"More than {Counted}";
        return [new Notice("low", alerts.Items.Count == 1 ? "1 item is low" : $"{count} items are low", null, [.. lines], [new("See them all", all)])];
    }

    private async Task<Dictionary<Guid, long>> SoldAsync(CancellationToken cancel)
    {
        var low = db.StockAlerts.Where(alert => alert.ResolvedAt == null).Select(alert => alert.VariantId);
        var since = shop.Facts.Zone.DayOf(time.GetUtcNow()).AddDays(1 - Days);
        return await db.DailyProductSales.Where(row => row.Day >= since && low.Contains(row.VariantId))
            .GroupBy(row => row.VariantId)
            .Select(rows => new { rows.Key, Sold = rows.Sum(row => row.Units - row.UnitsReturned) })
            .ToDictionaryAsync(row => row.Key, row => row.Sold, cancel);
    }

    private static string NameOf(AlertItem alert) => (alert.Title.Length == 0 ? alert.Product : $"{alert.Product}, {alert.Title}") + (alert.Location is { } place ? $" at {place}" : "");

    private static string StateOf(AlertItem alert) => alert.Kind switch
    {
        AlertKind.Negative => alert.Unit is null ? $"{-alert.OnHand} oversold" : $"{Unit.Find(alert.Unit)!.Words(-alert.OnHand)} missing",
        AlertKind.Out => "none left",
        _ => alert.Unit is null ? $"{alert.OnHand} left" : $"{Unit.Find(alert.Unit)!.Words(alert.OnHand)} left",
    };

    private static string NoteOf(AlertItem alert, long sold) =>
        sold > 0 ? $"Sold {sold} in the last {Days} days" : alert.Kind == AlertKind.Low ? $"Low at {alert.Threshold}" : "None sold lately";
}
