using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Catalog;

/// <summary>Changes a product and its variants, and writes down what it was before; past sales keep what they were.</summary>
public sealed class ChangeProduct(AppDb db, WriteChange changes)
{
    /// <summary>
    /// Variants are matched by id, else by code: known ones are changed, new ones added, others stay.
    /// A <paramref name="version"/> that is not the present one is refused as stale.
    /// </summary>
    public Task<Outcome<Guid>> RunAsync(Guid id, int? version, NewProduct input, CancellationToken cancel) => RunAsync(
        async () =>
        {
            if (ProductRules.Check(input) is { Count: > 0 } problems) return problems;
            return await WriteAsync(id, version, _ => input, null, cancel);
        },
        cancel);

    /// <summary>Offers a product in another way: retires it, or takes it back.</summary>
    public Task<Outcome<Guid>> SwitchAsync(Guid id, ProductStatus status, CancellationToken cancel) =>
        RunAsync(() => WriteAsync(id, null, now => now.ToInput() with { Status = status }, null, cancel), cancel);

    /// <summary>Runs changes as one transaction; when someone else changes one of the products meanwhile, it is stale.</summary>
    internal async Task<Outcome<Guid>> RunAsync(Func<Task<Outcome<Guid>>> change, CancellationToken cancel)
    {
        try
        {
            return await db.TryAgainAsync(async () =>
            {
                await using var write = await db.BeginWriteAsync(cancel);
                var changed = await change();
                if (changed.Succeeded) await write.CommitAsync(cancel);
                return changed;
            });
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale;
        }
    }

    /// <summary>Changes one product inside the transaction that is open, to what is made of its present state; tells the change, or the product where nothing changed.</summary>
    internal async Task<Outcome<Guid>> WriteAsync(Guid id, int? version, Func<ProductState, NewProduct> wanted, Guid? batchId, CancellationToken cancel)
    {
        if (await db.Products.FirstOrDefaultAsync(row => row.Id == id, cancel) is not { } product) return ProductRules.Unknown;
        if (version is not null && version != product.Version) return Problem.Stale;
        var before = await StateAsync(product, cancel);
        var input = wanted(before);
        if (ProductRules.Check(input) is { Count: > 0 } problems) return problems;

        if (input.MakerOrNone is { } maker && maker != product.MakerId && !await MakerQuery.HoldAsync(db, maker, cancel)) return ProductRules.UnknownMaker;
        product.Name = input.Name!.Trim();
        product.Status = input.Status ?? product.Status;
        if (input.Category is not null) product.Category = input.CategoryOrNone;
        if (input.Description is not null) product.Description = input.DescriptionOrNone;
        if (input.MakerId is not null) product.MakerId = input.MakerOrNone;
        if (input.Tags is not null) await ChangeTagsAsync(product, input, cancel);
        if (await ChangeVariantsAsync(product, input.Variants!, cancel) is { } taken) return taken;
        await db.SaveChangesAsync(cancel);
        return await WriteDownAsync(product, before.ToJson(), batchId, cancel);
    }

    private async Task<Guid> WriteDownAsync(Product product, string before, Guid? batchId, CancellationToken cancel)
    {
        var after = (await StateAsync(product, cancel)).ToJson();
        if (changes.Add(product, before, after, batchId) is not { } change) return product.Id;
        await db.SaveChangesAsync(cancel);
        return change;
    }

    private async Task<ProductState> StateAsync(Product product, CancellationToken cancel) => ProductState.Of(
        product,
        await db.ProductTags.AsNoTracking().Where(tag => tag.ProductId == product.Id).ToListAsync(cancel),
        await db.Variants.AsNoTracking().Where(variant => variant.ProductId == product.Id).ToListAsync(cancel));

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
            row.Barcode = variant.Barcode is null ? row.Barcode : variant.BarcodeOrNone;
            row.Price = variant.Price;
            row.Threshold = variant.Threshold;
        }

        foreach (var row in mine.Concat(db.Variants.Local.Where(row => row.ProductId == product.Id)).Distinct()) row.FoundBy(product.Name);
        return null;
    }
}
