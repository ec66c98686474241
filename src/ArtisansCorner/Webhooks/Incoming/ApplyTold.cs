using System.Security.Cryptography;
using System.Text;
using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Webhooks.Incoming;

/// <summary>
/// Writes what a platform told through the verbs that pages and the API use too. Every step is known again by a key that is kept with
/// what it made, in its transaction: told five times at once, it is written once.
/// </summary>
internal sealed class ApplyTold(AppDb db, RecordSale record, RefundSale refund, SaleQuery sales, Repeats repeats)
{
    /// <summary>What was done, in a sentence, or why it cannot be.</summary>
    public async Task<Outcome<string>> RunAsync(SellingPlatform platform, Told told, CancellationToken cancel)
    {
        if (told.Nothing is { } why) return why;
        var (channel, before) = (PlatformNames.Of(platform), KeyOf(platform, "order", told.Reference));
        var saleId = await KnownAsync(before, cancel) ?? (told.IsPart ? null : await NumberedAsync(channel, told.Number, cancel));
        var isNew = false;
        if (saleId is null && told.Sale is { } sale)
        {
            if (sale.Lines is null or { Count: 0 }) return "Nothing of this order is a sale.";
            var recorded = await RecordAsync(await WithKnownCodesAsync(sale, cancel), told, before, cancel);
            if (!recorded.Succeeded) return recorded.Problems.ToList();
            (saleId, isNew) = (recorded.Value.Id, !recorded.Value.AlreadyThere);
        }

        saleId ??= await NumberedAsync(channel, told.Number, cancel);
        if (saleId is not { } id) return "This order is not known here.";
        foreach (var one in told.Refunds)
        {
            if (await RefundAsync(platform, id, one, cancel) is { } refused) return refused;
        }

        if (told.CalledOff && await CancelAsync(platform, id, cancel) is { } problem) return problem;
        return isNew ? "Recorded." : "Up to date.";
    }

    private async Task<Outcome<RecordedSale>> RecordAsync(NewSale sale, Told told, string key, CancellationToken cancel)
    {
        Expect(key);
        var recorded = await record.RunAsync(sale, cancel);
        if (!recorded.Succeeded || !told.IsPart || !recorded.Value.AlreadyThere || await KnownAsync(key, cancel) is not null) return recorded;
        // The order was there: whole, from a file or the API, or as another payment of it. Only in the second case this is a further part.
        var id = recorded.Value.Id;
        var isByParts = await db.IdempotentRequests.AnyAsync(request => request.ResultId == id && request.Key.StartsWith(Prefix), cancel);
        return isByParts ? await record.RunAsync(sale with { ExternalId = $"{sale.ExternalId}-{told.Reference}" }, cancel) : recorded;
    }

    private async Task<List<Problem>?> RefundAsync(SellingPlatform platform, Guid saleId, ToldRefund told, CancellationToken cancel)
    {
        var key = KeyOf(platform, "refund", told.Number);
        if (await KnownAsync(key, cancel) is not null || await sales.FindAsync(saleId, cancel) is not { } sale || ShareRefund.Of(sale, told) is not { } input) return null;
        Expect(key);
        var done = await refund.RunAsync(saleId, input, cancel);
        // Another told it at this moment, and what is left is less than a moment ago.
        if (!done.Succeeded && await KnownAsync(key, cancel) is not null) return null;
        return done.Succeeded || IsOver(done.Problems) ? null : [.. done.Problems];
    }

    private async Task<List<Problem>?> CancelAsync(SellingPlatform platform, Guid saleId, CancellationToken cancel)
    {
        Expect(KeyOf(platform, "cancel", $"{saleId:N}"));
        var done = await refund.CancelAsync(saleId, restock: true, cancel);
        return done.Succeeded || IsOver(done.Problems) ? null : [.. done.Problems];
    }

    private static bool IsOver(IReadOnlyList<Problem> problems) => problems[0].Code == "sale_cancelled";

    /// <summary>A code that the catalog does not know is left out, and the line keeps its title: better a sale without a product than none.</summary>
    private async Task<NewSale> WithKnownCodesAsync(NewSale sale, CancellationToken cancel)
    {
        var keys = sale.Lines!.Where(line => line.Sku is not null).Select(line => Variant.KeyOf(line.Sku!)).Distinct().ToList();
        var known = await db.Variants.Where(variant => keys.Contains(variant.SkuKey)).Select(variant => variant.SkuKey).ToListAsync(cancel);
        return sale with { Lines = [.. sale.Lines!.Select(line => line.Sku is not null && !known.Contains(Variant.KeyOf(line.Sku)) ? line with { Sku = null } : line)] };
    }

    private async Task<Guid?> KnownAsync(string key, CancellationToken cancel) =>
        await db.IdempotentRequests.Where(request => request.Key == key).Select(request => (Guid?)request.ResultId).FirstOrDefaultAsync(cancel);

    private async Task<Guid?> NumberedAsync(string channel, string? number, CancellationToken cancel)
    {
        if (number is null) return null;
        var (key, channels) = (Channel.KeyOf(channel), db.Channels);
        return await db.Sales.Where(sale => sale.ExternalId == number && channels.Any(one => one.Id == sale.ChannelId && one.Key == key)).Select(sale => (Guid?)sale.Id).FirstOrDefaultAsync(cancel);
    }

    private void Expect(string key) => repeats.Expect(key, SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private const string Prefix = "hook:";

    private static string KeyOf(SellingPlatform platform, string what, string? id) => $"{Prefix}{(int)platform}:{what}:{id?.UpTo(150)}";
}
