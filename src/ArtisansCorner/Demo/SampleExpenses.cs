using ArtisansCorner.Expenses;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Demo;

/// <summary>What the sample potter spends beside clay and boxes, each by the verb that a person would use.</summary>
public sealed class SampleExpenses(CurrentShop shop, SaveExpense save, TimeProvider time)
{
    private const int Months = 4;

    /// <summary>Writes some months of them down.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var today = shop.Facts.Zone.DayOf(time.GetUtcNow());
        for (var month = 0; month < Months; month++)
        {
            var first = new DateOnly(today.Year, today.Month, 1).AddMonths(-month);
            await SpendAsync(first, "Studio rent", 240, "Hill Farm Studios", cancel);
            await SpendAsync(first.AddDays(4), "Power, heat and water", 68 + (7 * month), "Green Power", cancel);
            await SpendAsync(first.AddDays(11), "Website and software", 24, "Shop host", cancel);
        }

        await SpendAsync(today.AddDays(-24), "Fairs and stalls", 85, "Riverside market", cancel, "Stall for two days");
        await SpendAsync(today.AddDays(-17), "Tools and equipment", 39, "Potter’s tools", cancel, "Trimming tools");
        await SpendAsync(today.AddDays(-5), "Postage", 31, "Post office", cancel);
    }

    private async Task SpendAsync(DateOnly day, string category, long major, string payee, CancellationToken cancel, string? note = null) =>
        await save.CreateAsync(new NewExpense(day, category, major * SampleRows.UnitOf(shop.Facts.Currency), payee, Note: note), cancel);
}
