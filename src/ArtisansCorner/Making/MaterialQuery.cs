using System.Text.Json.Serialization;
using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Inventory.Purchasing;
using ArtisansCorner.Inventory.Reserving;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Making;

/// <summary>A material as lists and the API show it; amounts in the unit it is used in.</summary>
/// <param name="Id">The material.</param>
/// <param name="Sku">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Category">What kind of thing it is.</param>
/// <param name="Unit">The unit it is used in.</param>
/// <param name="PurchaseUnit">The unit it is bought in.</param>
/// <param name="Holds">How many units of use one unit of purchase holds.</param>
/// <param name="OnHand">How much there is; below zero when more was used than booked in.</param>
/// <param name="Available">How much of that is not set aside.</param>
/// <param name="Committed">How much is set aside.</param>
/// <param name="Incoming">How much is ordered and still to come.</param>
/// <param name="Threshold">At or under how much it is low; nothing: when none is left.</param>
/// <param name="Value">What it had cost, in minor units.</param>
/// <param name="PurchaseCost">What one unit of purchase costs at the average, in minor units, to four decimals; nothing while nothing is known.</param>
/// <param name="State">How it stands.</param>
/// <param name="Status">Whether it is still used.</param>
/// <param name="Version">Counts its changes.</param>
/// <param name="Photos">Its photos, in their order.</param>
public sealed record MaterialItem(
    Guid Id, string Sku, string Name, string? Category, string Unit, string PurchaseUnit, decimal Holds, decimal OnHand, decimal Available, decimal Committed, decimal Incoming, decimal? Threshold, long Value, decimal? PurchaseCost, StockState State, ProductStatus Status, int Version, IReadOnlyList<PhotoItem> Photos)
{
    /// <summary>What stands for it in the catalog.</summary>
    [JsonIgnore]
    public Guid ProductId { get; init; }
}

/// <summary>Finds materials.</summary>
public sealed class MaterialQuery(AppDb db, PhotoQuery photos)
{
    /// <summary>The materials in use, or all, by name.</summary>
    public async Task<IReadOnlyList<MaterialItem>> ListAsync(string? search, bool all, CancellationToken cancel)
    {
        var products = db.ProductsAndMaterials.Where(product => product.IsMaterial && (all || product.Status != ProductStatus.Retired));
        if (!string.IsNullOrWhiteSpace(search))
        {
            var words = SearchText.Of(search);
            products = products.Where(product => product.NameSearch.Contains(words));
        }

        return [.. (await ReadAsync(products, cancel)).OrderBy(item => item.Status == ProductStatus.Retired).ThenBy(item => item.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>One material, or nothing.</summary>
    public async Task<MaterialItem?> FindAsync(Guid id, CancellationToken cancel)
    {
        var productId = await db.VariantsAndMaterials.Where(variant => variant.Id == id && variant.Unit != null).Select(variant => variant.ProductId).FirstOrDefaultAsync(cancel);
        return (await ReadAsync(db.ProductsAndMaterials.Where(product => product.Id == productId), cancel)).FirstOrDefault();
    }

    /// <summary>The last movements of a material, newest first.</summary>
    public async Task<IReadOnlyList<StockMovement>> MovementsAsync(Guid id, int most, CancellationToken cancel) =>
        await db.StockMovements.AsNoTracking().Where(movement => movement.VariantId == id).OrderByDescending(movement => movement.At).ThenByDescending(movement => movement.Id).Take(most).ToListAsync(cancel);

    private async Task<List<MaterialItem>> ReadAsync(IQueryable<Product> products, CancellationToken cancel)
    {
        var levels = db.StockLevels;
        var rows = await products.AsNoTracking()
            .Join(db.VariantsAndMaterials, product => product.Id, variant => variant.ProductId, (product, variant) => new { product, variant })
            .LeftJoin(levels, row => row.variant.Id, level => level.VariantId, (row, level) => new { row.product, row.variant, OnHand = (long?)level!.OnHand, Value = (long?)level.Value })
            .ToListAsync(cancel);
        var ids = rows.ConvertAll(row => row.variant.Id);
        var committed = await db.Reservations.Where(one => one.ClosedAt == null && ids.Contains(one.VariantId)).GroupBy(one => one.VariantId).ToDictionaryAsync(some => some.Key, some => some.Sum(one => one.Quantity), cancel);
        var incoming = await db.PurchaseLines.Where(line => line.Incoming > 0 && ids.Contains(line.VariantId)).GroupBy(line => line.VariantId).ToDictionaryAsync(some => some.Key, some => some.Sum(line => line.Incoming), cancel);
        var pictures = await photos.OfAsync([.. rows.Select(row => row.product.Id)], cancel);
        return [.. rows.Select(row => ToItem(row.product, row.variant, row.OnHand, row.Value, committed.GetValueOrDefault(row.variant.Id), incoming.GetValueOrDefault(row.variant.Id), [.. pictures[row.product.Id]]))];
    }

    private static MaterialItem ToItem(Product product, Variant material, long? grains, long? value, long committed, long incoming, IReadOnlyList<PhotoItem> photos)
    {
        var (use, holds) = (Unit.Find(material.Unit)!, material.PurchaseGrains!.Value);
        return new MaterialItem(
            material.Id, material.Sku, product.Name, product.Category, use.Code, material.PurchaseUnit!, use.Quantity(holds), use.Quantity(grains ?? 0), use.Quantity((grains ?? 0) - committed), use.Quantity(committed), use.Quantity(incoming),
            material.Threshold is { } low ? use.Quantity(low) : null, value ?? 0,
            grains > 0 && value > 0 ? decimal.Round((decimal)value.Value * holds / grains.Value, 4, MidpointRounding.AwayFromZero) : null,
            StockQueries.StateOf(grains, material.Threshold ?? 0, product.Status), product.Status, product.Version, photos)
        { ProductId = product.Id };
    }
}
