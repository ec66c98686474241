using ArtisansCorner.Catalog;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing.Facts;

/// <summary>Finds the materials of a file in the catalog: by their codes, else by their exact names.</summary>
internal sealed class FindMaterials(AppDb db)
{
    /// <summary>Fills in what is here; tells of each material that is, whether it says less than the file.</summary>
    public async Task RunAsync(IReadOnlyList<DraftMaterial> materials, Guid importId, CancellationToken cancel)
    {
        if (materials.Count == 0) return;
        var (products, all) = (db.ProductsAndMaterials, db.VariantsAndMaterials.Where(variant => variant.Unit != null));
        var known = await all.Join(products, variant => variant.ProductId, product => product.Id, (variant, product) => new { variant.Id, variant.ProductId, variant.SkuKey, variant.Unit, variant.Threshold, product.NameSearch, product.Category, product.ImportId }).ToListAsync(cancel);
        var counted = (await db.StockLevels.Where(level => all.Any(variant => variant.Id == level.VariantId)).Select(level => level.VariantId).ToListAsync(cancel)).ToHashSet();
        var (byCode, byName) = (known.ToDictionary(one => one.SkuKey), known.OrderBy(one => one.Id).ToLookup(one => one.NameSearch));
        var found = materials.Select(material => (
            Material: material,
            Here: (material.Code is { } code ? byCode.GetValueOrDefault(Variant.KeyOf(code)) : null) ?? byName[SearchText.Of(material.Name).UpTo(Product.LongestSearch)].FirstOrDefault())).ToList();
        foreach (var (material, here) in found)
        {
            (material.VariantId, material.IsUncounted) = (here?.Id, here is null || !counted.Contains(here.Id));
            material.Presence = here is null ? Presence.New : here.ImportId == importId ? Presence.Written : Presence.Here;
        }

        // Grams are not measured in liters.
        var completing = found.FindAll(one => one.Here is { } here && one.Material.Presence == Presence.Here && one.Material.Units.Use.Measure == Unit.Find(here.Unit)!.Measure && SaysLess(here.Category, here.Threshold, one.Material));
        var left = await LeftEmpty.OfAsync(db, completing.ConvertAll(one => one.Here!.ProductId), cancel);
        foreach (var (material, here) in completing)
        {
            left.TakeOutOf(material, here!.ProductId);
            // What was found once stays so: looked at again, it is complete.
            material.Completes |= SaysLess(here.Category, here.Threshold, material);
        }
    }

    private static bool SaysLess(string? category, long? threshold, DraftMaterial material) => (category is null && material.Category is not null) || (threshold is null && material.Threshold is not null);
}
