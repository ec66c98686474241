using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Sales;
using ArtisansCorner.Shops;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing.Matching;

/// <summary>Remembers what a title means, and lets past lines of that title that are of no product be of it; forgetting takes both back. Stock does not move: what was sold long ago left long ago.</summary>
public sealed class RememberTitle(AppDb db, CurrentShop shop, Outbox outbox, TimeProvider time)
{
    /// <summary>There is no such choice.</summary>
    public static Problem Unknown => new("unknown_choice", "There is no such choice.", Kind: ProblemKind.NotFound);

    /// <summary>The choice that is remembered, in place of what was said of this title and channel before; or what is wrong.</summary>
    public Task<Outcome<Guid>> RunAsync(TitleAnswer answer, CancellationToken cancel) => db.TryAgainAsync<Outcome<Guid>>(async () =>
    {
        await using var write = await db.BeginWriteAsync(cancel);
        // Of many who say at once what one title is, each takes the choice of the one before away: tried again, some would find another's each time.
        await db.HoldShopAsync(shop.Id, cancel);
        var written = await WriteAsync([answer], null, cancel);
        if (!written.Succeeded) return written.Problems.ToList();
        await MatchAsync(written.Value[0], cancel);
        await write.CommitAsync(cancel);
        return written.Value[0].Id;
    });

    /// <summary>What it would remember, or what is wrong; nothing is written.</summary>
    internal Task<Outcome<ProductAlias>> CheckAsync(TitleAnswer answer, CancellationToken cancel) => MakeAsync(answer, null, cancel);

    /// <summary>Forgets a choice: lines that are of a product by it alone are of none again, but for those that took pieces off the shelf.</summary>
    public Task<Outcome<Guid>> ForgetAsync(Guid id, CancellationToken cancel) => db.TryAgainAsync<Outcome<Guid>>(async () =>
    {
        await using var write = await db.BeginWriteAsync(cancel);
        await db.HoldShopAsync(shop.Id, cancel);
        if (await db.ProductAliases.AsNoTracking().FirstOrDefaultAsync(alias => alias.Id == id, cancel) is null) return Unknown;
        var moved = db.StockMovements;
        var (lines, back) = (db.SaleLines.Where(line => line.MatchedById == id && !moved.Any(row => row.Id == line.Id)), db.RefundLines.Where(line => line.MatchedById == id && !moved.Any(row => row.Id == line.Id)));
        await TellAsync(lines, back, cancel);
        await lines.ExecuteUpdateAsync(row => row.SetProperty(line => line.VariantId, (Guid?)null).SetProperty(line => line.MatchedById, (Guid?)null), cancel);
        await back.ExecuteUpdateAsync(row => row.SetProperty(line => line.VariantId, (Guid?)null).SetProperty(line => line.MatchedById, (Guid?)null), cancel);
        await db.ProductAliases.Where(alias => alias.Id == id).ExecuteDeleteAsync(cancel);
        await write.CommitAsync(cancel);
        return id;
    });

    /// <summary>Writes choices inside the transaction that is open; the channels they name are there or are made by the import later, under any channel then.</summary>
    internal async Task<Outcome<IReadOnlyList<ProductAlias>>> WriteAsync(IReadOnlyList<TitleAnswer> answers, Guid? importId, CancellationToken cancel)
    {
        List<ProductAlias> aliases = [];
        foreach (var answer in answers)
        {
            var made = await MakeAsync(answer, importId, cancel);
            if (!made.Succeeded) return made.Problems.ToList();
            var alias = made.Value;
            await db.ProductAliases.Where(one => one.TitleKey == alias.TitleKey && one.ChannelId == alias.ChannelId).ExecuteDeleteAsync(cancel);
            db.ProductAliases.Add(alias);
            aliases.Add(alias);
            await db.SaveChangesAsync(cancel);
        }

        return aliases;
    }

    private async Task<Outcome<ProductAlias>> MakeAsync(TitleAnswer answer, Guid? importId, CancellationToken cancel)
    {
        var title = answer.Title?.Trim();
        if (string.IsNullOrEmpty(title) || TitleText.KeyOf(title).Length == 0) return new Problem("title_missing", "Which title?", nameof(answer.Title));
        if (title.Length > ProductAlias.LongestTitle) return new Problem("title_too_long", $"A title has at most {ProductAlias.LongestTitle} characters.", nameof(answer.Title));
        if (!answer.None && answer.VariantId is null && string.IsNullOrWhiteSpace(answer.Sku)) return new Problem("answer_missing", "Say which product it is, or that it is none of yours.", nameof(answer.VariantId));
        var variantId = answer.None ? null : await VariantAsync(answer, cancel);
        if (!answer.None && variantId is null)
            return answer.VariantId is null ? new Problem("unknown_variant", $"No product has the code “{answer.Sku!.Trim()}”.", nameof(answer.Sku)) : new Problem("unknown_variant", "There is no such variant.", nameof(answer.VariantId));
        var channel = string.IsNullOrWhiteSpace(answer.Channel) ? null : Channel.KeyOf(answer.Channel);
        var channelId = channel is null ? null : await db.Channels.Where(one => one.Key == channel).Select(one => (Guid?)one.Id).FirstOrDefaultAsync(cancel);
        return new ProductAlias
        {
            Id = Guid.CreateVersion7(), ShopId = shop.Id, ChannelId = channelId, Title = title, TitleKey = TitleText.KeyOf(title), VariantId = variantId, ImportId = importId,
            CreatedAt = time.GetUtcNow(), CreatedBy = shop.Actor.UserId,
        };
    }

    private async Task<Guid?> VariantAsync(TitleAnswer answer, CancellationToken cancel)
    {
        var key = answer.Sku is null ? null : Variant.KeyOf(answer.Sku);
        return await db.Variants.Where(variant => answer.VariantId != null ? variant.Id == answer.VariantId : variant.SkuKey == key).Select(variant => (Guid?)variant.Id).FirstOrDefaultAsync(cancel);
    }

    private async Task MatchAsync(ProductAlias alias, CancellationToken cancel)
    {
        if (alias.VariantId is not { } variantId) return;
        var sales = db.Sales;
        var open = db.SaleLines.Where(line => line.VariantId == null && sales.Any(sale => sale.Id == line.SaleId && (alias.ChannelId == null || sale.ChannelId == alias.ChannelId)));
        var refunds = db.Refunds;
        var openBack = db.RefundLines.Where(line => line.VariantId == null && refunds.Any(refund => refund.Id == line.RefundId && (alias.ChannelId == null || refund.ChannelId == alias.ChannelId)));
        var titles = (await open.Select(line => line.Title).Union(openBack.Select(line => line.Title)).ToListAsync(cancel)).Where(title => TitleText.KeyOf(title) == alias.TitleKey).ToList();
        if (titles.Count == 0) return;
        var (lines, back) = (open.Where(line => titles.Contains(line.Title)), openBack.Where(line => titles.Contains(line.Title)));
        await TellAsync(lines, back, cancel);
        await lines.ExecuteUpdateAsync(row => row.SetProperty(line => line.VariantId, variantId).SetProperty(line => line.MatchedById, alias.Id), cancel);
        await back.ExecuteUpdateAsync(row => row.SetProperty(line => line.VariantId, variantId).SetProperty(line => line.MatchedById, alias.Id), cancel);
    }

    private async Task TellAsync(IQueryable<SaleLine> lines, IQueryable<RefundLine> back, CancellationToken cancel)
    {
        var days = await lines.Select(line => line.Day).Union(back.Select(line => line.Day)).ToListAsync(cancel);
        if (days.Count > 0) outbox.Add(new SalesChanged([.. days.Order()]));
    }
}
