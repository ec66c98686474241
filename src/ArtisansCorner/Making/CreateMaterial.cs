using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Making;

/// <summary>Adds a material: a product that is not for sale, with one variant that says how it is measured.</summary>
public sealed class CreateMaterial(AppDb db, CurrentShop shop, Repeats repeats, TimeProvider time)
{
    /// <summary>How many materials a shop may have.</summary>
    internal const int Most = 2000;

    /// <summary>The material's id, or everything that is wrong.</summary>
    public async Task<Outcome<Guid>> RunAsync(NewMaterial input, CancellationToken cancel)
    {
        var read = MaterialRules.Check(input);
        return read.Succeeded ? await db.TryAgainAsync(() => TryAsync(input, read.Value.Units, read.Value.Threshold, cancel)) : read.Problems.ToList();
    }

    private async Task<Outcome<Guid>> TryAsync(NewMaterial input, UnitConversion units, long? threshold, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var repeated = await repeats.FindAsync(cancel);
        if (!repeated.Succeeded) return repeated.Problems.ToList();
        if (repeated.Value is { } earlier) return earlier;
        var made = await WriteAsync(input, units, threshold, null, cancel);
        if (!made.Succeeded) return made;
        repeats.Remember(made.Value);
        await write.CommitAsync(cancel);
        return made;
    }

    /// <summary>Writes the material inside the transaction that is open, for a verb that does more; the caller has checked the rules.</summary>
    internal async Task<Outcome<Guid>> WriteAsync(NewMaterial input, UnitConversion units, long? threshold, Guid? importId, CancellationToken cancel)
    {
        var codes = (await db.VariantsAndMaterials.Where(variant => variant.Unit != null).Select(variant => variant.SkuKey).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        if (codes.Count >= Most) return new Problem("too_many_materials", $"A shop has at most {Most} materials.");
        var given = !string.IsNullOrWhiteSpace(input.Sku);
        if (given && codes.Contains(Variant.KeyOf(input.Sku!))) return MaterialRules.Taken;
        var product = new Product
        {
            Id = Guid.CreateVersion7(), ShopId = shop.Id, Name = input.Name!.Trim(), Category = string.IsNullOrWhiteSpace(input.Category) ? null : input.Category.Trim(), Status = input.Status ?? ProductStatus.Active,
            IsMaterial = true, ImportId = importId, CreatedAt = time.GetUtcNow(), CreatedBy = shop.Actor.UserId, CreatedThrough = shop.Actor.Through,
        };
        var material = new Variant
        {
            Id = Guid.CreateVersion7(), ShopId = shop.Id, ProductId = product.Id, Sku = given ? input.Sku!.Trim() : new MadeCodes(codes.Contains, "MATERIAL").Of(input.Name!), Threshold = threshold,
            Unit = units.Use.Code, PurchaseUnit = units.Purchase.Code, PurchaseGrains = units.Grains,
        }.FoundBy(product.Name);
        db.AddRange(product, material);
        await db.SaveChangesAsync(cancel);
        return material.Id;
    }
}
