using ArtisansCorner.Catalog;

namespace ArtisansCorner.Making;

/// <summary>What a new or changed material takes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">The unit it is used in, such as “g”.</param>
/// <param name="PurchaseUnit">The unit it is bought in, such as “kg”; nothing: the one it is used in.</param>
/// <param name="Holds">How many units of use one unit of purchase holds, where that is not known: the 750 of “1 bottle = 750 ml”.</param>
/// <param name="Sku">Its code; nothing: made from its name. Where a material is changed, what is not said stays.</param>
/// <param name="Category">What kind of thing it is; empty: none.</param>
/// <param name="Threshold">At or under how many units of use it is low; nothing: when none is left.</param>
/// <param name="Status">Whether it is still used; active or retired. Where a material is changed, what is not said stays.</param>
public sealed record NewMaterial(
    string? Name, string? Unit, string? PurchaseUnit = null, decimal? Holds = null, string? Sku = null, string? Category = null, decimal? Threshold = null, ProductStatus? Status = null);
