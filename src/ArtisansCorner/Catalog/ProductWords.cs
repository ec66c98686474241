using System.Globalization;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Catalog;

/// <summary>How products and their changes are called in a few words.</summary>
public static class ProductWords
{
    private const int LongestShown = 80;

    /// <summary>The ways to offer a product, with what each means.</summary>
    public static readonly IReadOnlyList<(ProductStatus Status, string Words)> Statuses =
    [
        (ProductStatus.Active, "From the shelf"), (ProductStatus.MadeToOrder, "Made to order"), (ProductStatus.OneOfAKind, "One of a kind"), (ProductStatus.Kit, "Kit, put together when sold"),
        (ProductStatus.Retired, "Retired"),
    ];

    /// <summary>How it is offered, in words.</summary>
    public static string Of(ProductStatus status) => Statuses.First(one => one.Status == status).Words;

    /// <summary>What became different, as a sentence such as “Price of MUG-1: £18.00, was £16.00”.</summary>
    public static string Of(Difference difference, ShopFacts shop) => difference.Field switch
    {
        "variant" => $"Variant {difference.Sku} added",
        var field => $"{Field(field)}{(difference.Sku is null ? "" : $" of {difference.Sku}")}: {Value(field, difference.After, shop)}, was {Value(field, difference.Before, shop)}",
    };

    private static string Field(string field) => field switch
    {
        "name" => "Name",
        "category" => "Category",
        "tags" => "Tags",
        "status" => "Offered",
        "description" => "Description",
        Difference.Maker => "Made by",
        "sku" => "Code",
        "title" => "Variant",
        "barcode" => "Barcode",
        "price" => "Price",
        "unit" => "Used in",
        "purchaseUnit" => "Bought in",
        "holds" => "One bought holds",
        _ => "Low at",
    };

    private static string Value(string field, string? value, ShopFacts shop) => (field, value) switch
    {
        ("threshold", null) => "as usual",
        (_, null or "") => "nothing",
        ("price", _) => new Money(long.Parse(value, CultureInfo.InvariantCulture), shop.Currency).ToString(),
        ("status", _) => Of(Enum.Parse<ProductStatus>(value)).ToLowerInvariant(),
        _ when value.Length > LongestShown => value.Shown(LongestShown),
        _ => value,
    };
}
