using System.Globalization;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Catalog;

/// <summary>A variant in pieces, or a material in grains of its unit: what stock is kept of.</summary>
/// <param name="VariantId">Its id.</param>
/// <param name="ProductId">The product it is a choice of.</param>
/// <param name="Sku">Its code.</param>
/// <param name="Name">What it is called, with its choice.</param>
/// <param name="Price">What it is sold at; nothing worth of a material.</param>
/// <param name="Unit">The unit a material is used in; nothing for what is counted in pieces.</param>
/// <param name="PurchaseUnit">The unit a material is bought in.</param>
/// <param name="PurchaseGrains">How many grains one unit of purchase holds.</param>
/// <param name="IsKit">Whether it is put together when it is sold.</param>
public sealed record MeasuredItem(Guid VariantId, Guid ProductId, string Sku, string Name, long Price, Unit? Unit, Unit? PurchaseUnit, long? PurchaseGrains, bool IsKit)
{
    /// <summary>No movement has more grains: 100 tons, or ten thousand liters.</summary>
    public const long MostGrains = 100_000_000_000_000_000;

    private const long MostPieces = 1_000_000_000;

    /// <summary>So many pieces, or grains; refused below zero, when the unit does not fit, or a piece would be cut.</summary>
    /// <param name="quantity">How much.</param>
    /// <param name="unit">In which unit; nothing: pieces, or the unit it is used in.</param>
    /// <param name="field">The field a refusal is about.</param>
    public Outcome<long> Measure(decimal quantity, string? unit, string field)
    {
        var named = string.IsNullOrWhiteSpace(unit) ? null : Catalog.Unit.Find(unit);
        if (named is null && !string.IsNullOrWhiteSpace(unit)) return new Problem("unknown_unit", $"“{unit.Trim()}” is no unit we know.", field);
        if (Unit is null) return Pieces(quantity, named, field);
        var grains = named is null || named == Unit ? Unit.Amount(quantity, field)
            : named == PurchaseUnit ? Unit.Times(quantity, PurchaseGrains!.Value, named.Code, field)
            : named.Measure == Unit.Measure && Unit.Measure != Catalog.Measure.Count ? named.Amount(quantity, field)
            : new Problem("no_conversion", $"{Name} is measured in {Unit.Code}; nothing says how many {Unit.Code} one {named.Code} is.", field);
        return grains.Succeeded && grains.Value > MostGrains ? new Problem("quantity_out_of_range", "That is more than anybody has.", field) : grains;
    }

    /// <summary>So many pieces or grains in the unit it is used in.</summary>
    public decimal Quantity(long grains) => Unit?.Quantity(grains) ?? grains;

    /// <summary>So many pieces or grains in a unit that fits it; nothing: the one it is used in.</summary>
    public decimal QuantityIn(long grains, string? unit) =>
        Unit is null ? grains
        : unit is null || unit == Unit.Code ? Unit.Quantity(grains)
        : unit == PurchaseUnit?.Code ? decimal.Round((decimal)grains / PurchaseGrains!.Value, 6, MidpointRounding.AwayFromZero)
        : Catalog.Unit.Find(unit)!.Quantity(grains);

    /// <summary>So many pieces or grains as people read them: “12”, “1,250 g”.</summary>
    public string Words(long grains) => Unit?.Words(grains) ?? grains.ToString("N0", CultureInfo.InvariantCulture).Replace('-', '−');

    private static Outcome<long> Pieces(decimal quantity, Unit? unit, string field) =>
        unit is not null && unit.Code != "piece" ? new Problem("no_conversion", "What is sold is counted in pieces.", field)
        : quantity != decimal.Truncate(quantity) ? new Problem("piece_cut", "A piece cannot be cut: write a whole number.", field)
        : quantity is < 0 or > MostPieces ? new Problem("quantity_out_of_range", "A movement has at most a billion pieces.", field)
        : (Outcome<long>)(long)quantity;
}

/// <summary>Finds what stock is kept of: variants that are sold, and materials.</summary>
public sealed class MeasuredItems(AppDb db)
{
    /// <summary>The item, by the id of its variant, by its code, or by the id of a material; or why there is none.</summary>
    public async Task<Outcome<MeasuredItem>> FindAsync(Guid? variantId, string? sku, Guid? materialId, CancellationToken cancel, string prefix = "")
    {
        var key = sku is null ? null : Variant.KeyOf(sku);
        // A filter that one part of a query ignores is ignored in all of it, so what is sold is asked for in words.
        var sold = db.VariantsAndMaterials.Where(variant => variant.Unit == null);
        var variants = materialId is not null ? db.VariantsAndMaterials.Where(variant => variant.Id == materialId && variant.Unit != null)
            : variantId is not null ? sold.Where(variant => variant.Id == variantId)
            : sold.Where(variant => variant.SkuKey == key);
        if (await ItemsOf(variants).FirstOrDefaultAsync(cancel) is { } found) return found;
        return materialId is not null ? new Problem("unknown_material", "There is no such material.", prefix + "MaterialId")
            : sku is null ? new Problem("unknown_variant", "There is no such variant.", prefix + "VariantId")
            : new Problem("unknown_variant", $"No product has the code “{sku}”.", prefix + "Sku");
    }

    /// <summary>These items, by the ids of their variants.</summary>
    public async Task<Dictionary<Guid, MeasuredItem>> OfAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        ids.Count == 0 ? [] : await ItemsOf(db.VariantsAndMaterials.Where(variant => ids.Contains(variant.Id))).ToDictionaryAsync(item => item.VariantId, cancel);

    /// <summary>Everything there is or was, by the ids of the variants.</summary>
    public async Task<Dictionary<Guid, MeasuredItem>> EveryAsync(CancellationToken cancel) =>
        await ItemsOf(db.VariantsAndMaterials).ToDictionaryAsync(item => item.VariantId, cancel);

    /// <summary>Everything that is not retired: materials first, then what is sold, by name.</summary>
    public async Task<IReadOnlyList<MeasuredItem>> AllAsync(CancellationToken cancel)
    {
        var offered = db.ProductsAndMaterials.Where(product => product.Status != ProductStatus.Retired);
        var items = await ItemsOf(db.VariantsAndMaterials.Where(variant => offered.Any(product => product.Id == variant.ProductId))).ToListAsync(cancel);
        return [.. items.OrderBy(item => item.Unit is null).ThenBy(item => item.Name, StringComparer.OrdinalIgnoreCase)];
    }

    private IQueryable<MeasuredItem> ItemsOf(IQueryable<Variant> variants) => variants.AsNoTracking()
        .Join(db.ProductsAndMaterials, variant => variant.ProductId, product => product.Id, (variant, product) => new MeasuredItem(
            variant.Id, product.Id, variant.Sku, variant.Title == "" ? product.Name : product.Name + ", " + variant.Title, variant.Price,
            Unit.Find(variant.Unit), Unit.Find(variant.PurchaseUnit), variant.PurchaseGrains, product.Status == ProductStatus.Kit));
}
