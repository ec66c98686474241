using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Catalog;

/// <summary>Changes a product's name, category and tags and its variants' codes, prices and thresholds; past sales keep what they were.</summary>
public sealed class ChangeProduct(AppDb db, Outbox outbox)
{
    /// <summary>
    /// Variants are matched by id, else by code: known ones are changed, new ones added, others stay.
    /// A <paramref name="version"/> that is not the present one is refused as stale.
    /// </summary>
    public async Task<Outcome<Guid>> RunAsync(Guid id, int? version, NewProduct input, CancellationToken cancel)
    {
        if (ProductRules.Check(input) is { Count: > 0 } problems) return problems;
        try
        {
            return await db.TryAgainAsync(() => TryAsync(id, version, input, cancel));
        }
        catch (DbUpdateConcurrencyException)
        {
            return Stale;
        }
    }

    private static Problem Stale => new("stale", "Someone else changed this meanwhile. Look at it again before you save.", Kind: ProblemKind.Stale);

    private async Task<Outcome<Guid>> TryAsync(Guid id, int? version, NewProduct input, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var product = await db.Products.FirstOrDefaultAsync(row => row.Id == id, cancel);
        if (product is null) return new Problem("unknown_product", "There is no such product.", Kind: ProblemKind.NotFound);
        if (version is not null && version != product.Version) return Stale;

        product.Name = input.Name!.Trim();
        product.Version++;
        if (input.Category is not null) product.Category = input.CategoryOrNone;
        if (input.Tags is not null) await ChangeTagsAsync(product, input, cancel);
        if (await ChangeVariantsAsync(product, input.Variants!, cancel) is { } taken) return taken;
        outbox.Add(new ProductChanged(id));
        await write.CommitAsync(cancel);
        return id;
    }

    private async Task ChangeTagsAsync(Product product, NewProduct input, CancellationToken cancel)
    {
        var wanted = input.TagsOf(product).ToList();
        var there = await db.ProductTags.Where(tag => tag.ProductId == product.Id).ToListAsync(cancel);
        var stays = there.Where(tag => wanted.Exists(one => one.Key == tag.Key && one.Tag == tag.Tag)).Select(tag => tag.Key).ToHashSet();
        db.ProductTags.RemoveRange(there.Where(tag => !stays.Contains(tag.Key)));
        // One that is only written differently now has the key of a row that has to go first.
        await db.SaveChangesAsync(cancel);
        db.ProductTags.AddRange(wanted.Where(tag => !stays.Contains(tag.Key)));
    }

    private async Task<Problem?> ChangeVariantsAsync(Product product, IReadOnlyList<NewVariant> wanted, CancellationToken cancel)
    {
        var keys = wanted.Select(variant => Variant.KeyOf(variant.Sku!)).ToList();
        var mine = await db.Variants.Where(variant => variant.ProductId == product.Id).ToListAsync(cancel);
        var elsewhere = await db.Variants.Where(variant => variant.ProductId != product.Id && keys.Contains(variant.SkuKey)).Select(variant => variant.SkuKey).ToListAsync(cancel);
        foreach (var (index, variant) in wanted.Index())
        {
            var row = variant.Id is { } id ? mine.Find(one => one.Id == id) : mine.Find(one => one.SkuKey == keys[index]);
            if (variant.Id is not null && row is null) return new Problem("unknown_variant", "There is no such variant in this product.", $"Variants[{index}].Id", ProblemKind.NotFound);
            if (elsewhere.Contains(keys[index]) || mine.Exists(one => one != row && one.SkuKey == keys[index])) return ProductRules.Taken(variant.Sku!, index);
            if (row is null)
            {
                row = new Variant { Id = Guid.CreateVersion7(), ShopId = product.ShopId, ProductId = product.Id, Sku = variant.Sku!.Trim() };
                db.Variants.Add(row);
            }

            row.Sku = variant.Sku!.Trim();
            row.Title = variant.Title?.Trim() ?? row.Title;
            row.Barcode = variant.Barcode?.Trim() ?? row.Barcode;
            row.Price = variant.Price;
            row.Threshold = variant.Threshold;
        }

        return null;
    }
}
