using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Catalog;

/// <summary>What a new product takes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Variants">Its choices, at least one.</param>
/// <param name="Category">What kind of thing it is; empty: none. Where a product is changed, what is not said stays.</param>
/// <param name="Tags">Words it is found under; those that differ in case alone are one. Where a product is changed, what is not said stays.</param>
/// <param name="Status">How it is offered; active unless said. Where a product is changed, what is not said stays.</param>
/// <param name="Description">What is said of it to buyers, as plain text; empty: nothing. Where a product is changed, what is not said stays.</param>
/// <param name="MakerId">Whose work it is; the id of nothing but zeros: nobody's. Where a product is changed, what is not said stays.</param>
public sealed record NewProduct(
    string? Name, IReadOnlyList<NewVariant>? Variants, string? Category = null, IReadOnlyList<string>? Tags = null, ProductStatus? Status = null, string? Description = null, Guid? MakerId = null)
{
    /// <summary>The description to be written down, or nothing.</summary>
    internal string? DescriptionOrNone => string.IsNullOrWhiteSpace(Description) ? null : Description.Trim();

    /// <summary>The maker to be written down, or nothing.</summary>
    internal Guid? MakerOrNone => MakerId == Guid.Empty ? null : MakerId;

    /// <summary>The category to be written down, or nothing.</summary>
    internal string? CategoryOrNone => string.IsNullOrWhiteSpace(Category) ? null : Category.Trim();

    /// <summary>Its tags as rows.</summary>
    public IEnumerable<ProductTag> TagsOf(Product product) => (Tags ?? []).DistinctBy(Product.KeyOf)
        .Select(tag => new ProductTag { ShopId = product.ShopId, ProductId = product.Id, Tag = tag.Trim(), Key = Product.KeyOf(tag) });
}

/// <summary>What one choice of a product takes.</summary>
/// <param name="Sku">Its code, unique in the shop.</param>
/// <param name="Price">Its price in minor units.</param>
/// <param name="Threshold">At or under how many it is low; nothing: the shop's default.</param>
/// <param name="Title">What sets it apart; needed when there are several.</param>
/// <param name="Barcode">What the scanner reads; empty: nothing. Where a product is changed, what is not said stays.</param>
/// <param name="Id">Which variant is changed, when its code changes too; only where a product is changed.</param>
public sealed record NewVariant(string? Sku, long Price, long? Threshold = null, string? Title = null, string? Barcode = null, Guid? Id = null)
{
    /// <summary>The barcode to be written down, or nothing.</summary>
    internal string? BarcodeOrNone => string.IsNullOrWhiteSpace(Barcode) ? null : Barcode.Trim();
}

/// <summary>A product that was made.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="VariantIds">Its variants, in the order they were given.</param>
public sealed record CreatedProduct(Guid ProductId, IReadOnlyList<Guid> VariantIds);

/// <summary>Puts a product with its variants into the catalog.</summary>
public sealed class CreateProduct(AppDb db, CurrentShop shop, Repeats repeats, TimeProvider time)
{
    /// <summary>The product's id, or everything that is wrong.</summary>
    public async Task<Outcome<Guid>> RunAsync(NewProduct input, CancellationToken cancel)
    {
        if (ProductRules.Check(input) is { Count: > 0 } problems) return problems;
        return await db.TryAgainAsync(() => TryAsync(input, cancel));
    }

    private async Task<Outcome<Guid>> TryAsync(NewProduct input, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var repeated = await repeats.FindAsync(cancel);
        if (!repeated.Succeeded) return repeated.Problems.ToList();
        if (repeated.Value is { } earlier) return earlier;
        var made = await WriteAsync(input, cancel);
        if (!made.Succeeded) return made.Problems.ToList();
        repeats.Remember(made.Value.ProductId);
        await write.CommitAsync(cancel);
        return made.Value.ProductId;
    }

    /// <summary>Writes the product inside the transaction that is open, for a verb that does more; the caller has checked the rules.</summary>
    public async Task<Outcome<CreatedProduct>> WriteAsync(NewProduct input, CancellationToken cancel)
    {
        if (await TakenCodesAsync(input.Variants!, cancel) is { Count: > 0 } taken) return taken;
        if (input.MakerOrNone is { } maker && !await MakerQuery.HoldAsync(db, maker, cancel)) return ProductRules.UnknownMaker;
        var now = time.GetUtcNow();
        var product = new Product
        {
            Id = Guid.CreateVersion7(), ShopId = shop.Id, Name = input.Name!.Trim(), Category = input.CategoryOrNone, Status = input.Status ?? ProductStatus.Active,
            Description = input.DescriptionOrNone, MakerId = input.MakerOrNone, CreatedAt = now, CreatedBy = shop.Actor.UserId, CreatedThrough = shop.Actor.Through,
        };
        db.Products.Add(product);
        db.ProductTags.AddRange(input.TagsOf(product));
        var variants = input.Variants!.Select((variant, index) => new Variant
        {
            // Variants are shown in the order of their ids, which is the order they were given in.
            Id = Guid.CreateVersion7(now.AddMilliseconds(index)),
            ShopId = shop.Id,
            ProductId = product.Id,
            Sku = variant.Sku!.Trim(),
            Title = variant.Title?.Trim() ?? "",
            Barcode = variant.BarcodeOrNone,
            Price = variant.Price,
            Threshold = variant.Threshold,
        }.FoundBy(product.Name)).ToList();
        db.Variants.AddRange(variants);
        await db.SaveChangesAsync(cancel);
        return new CreatedProduct(product.Id, [.. variants.Select(variant => variant.Id)]);
    }

    private async Task<List<Problem>> TakenCodesAsync(IReadOnlyList<NewVariant> variants, CancellationToken cancel)
    {
        var keys = variants.Select(variant => Variant.KeyOf(variant.Sku!)).ToList();
        var taken = await db.Variants.Where(variant => keys.Contains(variant.SkuKey)).Select(variant => variant.SkuKey).ToListAsync(cancel);
        return [.. keys.Index().Where(key => taken.Contains(key.Item)).Select(key => ProductRules.Taken(variants[key.Index].Sku!, key.Index))];
    }
}
