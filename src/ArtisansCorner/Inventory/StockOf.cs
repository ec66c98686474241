using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;

namespace ArtisansCorner.Inventory;

/// <summary>
/// What a list about stock is of. The database finds the variants on its way: PostgreSQL keeps its plan for that, and plans each time anew for a list of ids,
/// which took longer than the answers (docs/performance.md).
/// </summary>
public readonly record struct StockOf
{
    private Guid? ProductId { get; init; }

    private Guid? VariantId { get; init; }

    /// <summary>Of all there is.</summary>
    public static StockOf Everything => default;

    /// <summary>Of the variants of one product.</summary>
    public static StockOf Product(Guid id) => new() { ProductId = id };

    /// <summary>Of one variant or material; nothing: of all there is.</summary>
    public static StockOf Variant(Guid? id) => new() { VariantId = id };

    /// <summary>The variants and materials; nothing: all of them.</summary>
    internal IQueryable<Guid>? Variants(AppDb db) => this switch
    {
        { ProductId: { } product } => db.VariantsAndMaterials.Where(variant => variant.ProductId == product).Select(variant => variant.Id),
        { VariantId: { } one } => db.VariantsAndMaterials.Where(variant => variant.Id == one).Select(variant => variant.Id),
        _ => null,
    };
}
