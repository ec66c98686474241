using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Catalog;

/// <summary>What a new product takes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Variants">Its choices, at least one.</param>
public sealed record NewProduct(string? Name, IReadOnlyList<NewVariant>? Variants);

/// <summary>What one choice of a product takes.</summary>
/// <param name="Sku">Its code, unique in the shop.</param>
/// <param name="Price">Its price in minor units.</param>
/// <param name="Threshold">At or under how many it is low; nothing: the shop's default.</param>
/// <param name="Title">What sets it apart; needed when there are several.</param>
/// <param name="Barcode">What the scanner reads.</param>
public sealed record NewVariant(string? Sku, long Price, long? Threshold = null, string? Title = null, string? Barcode = null);

/// <summary>Puts a product with its variants into the catalog.</summary>
public sealed class CreateProduct(AppDb db, CurrentShop shop, Repeats repeats, TimeProvider time)
{
    /// <summary>The product's id, or everything that is wrong.</summary>
    public async Task<Outcome<Guid>> RunAsync(NewProduct input, CancellationToken cancel)
    {
        if (ProductRules.Check(input.Name, input.Variants) is { Count: > 0 } problems) return problems;
        return await db.TryAgainAsync(() => TryAsync(input, cancel));
    }

    private async Task<Outcome<Guid>> TryAsync(NewProduct input, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var repeated = await repeats.FindAsync(cancel);
        if (!repeated.Succeeded) return repeated.Problems.ToList();
        if (repeated.Value is { } earlier) return earlier;
        if (await TakenCodesAsync(input.Variants!, cancel) is { Count: > 0 } taken) return taken;

        var now = time.GetUtcNow();
        var product = new Product
        {
            Id = Guid.CreateVersion7(), ShopId = shop.Id, Name = input.Name!.Trim(), CreatedAt = now, CreatedBy = shop.Actor.UserId, CreatedThrough = shop.Actor.Through,
        };
        db.Products.Add(product);
        db.Variants.AddRange(input.Variants!.Select((variant, index) => new Variant
        {
            // Variants are shown in the order of their ids, which is the order they were given in.
            Id = Guid.CreateVersion7(now.AddMilliseconds(index)),
            ShopId = shop.Id,
            ProductId = product.Id,
            Sku = variant.Sku!.Trim(),
            Title = variant.Title?.Trim() ?? "",
            Barcode = variant.Barcode?.Trim(),
            Price = variant.Price,
            Threshold = variant.Threshold,
        }));
        repeats.Remember(product.Id);
        await write.CommitAsync(cancel);
        return product.Id;
    }

    private async Task<List<Problem>> TakenCodesAsync(IReadOnlyList<NewVariant> variants, CancellationToken cancel)
    {
        var keys = variants.Select(variant => Variant.KeyOf(variant.Sku!)).ToList();
        var taken = await db.Variants.Where(variant => keys.Contains(variant.SkuKey)).Select(variant => variant.SkuKey).ToListAsync(cancel);
        return [.. keys.Index().Where(key => taken.Contains(key.Item)).Select(key => ProductRules.Taken(variants[key.Index].Sku!, key.Index))];
    }
}
