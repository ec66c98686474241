using System.Globalization;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Making;

/// <summary>A material as it is being typed.</summary>
public sealed class MaterialForm
{
    /// <summary>Made with the form, so that sending it twice makes one material.</summary>
    public Guid Token { get; set; }

    /// <summary>The version that is changed.</summary>
    public int Version { get; set; }

    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>The unit it is used in.</summary>
    public string? Unit { get; set; }

    /// <summary>The unit it is bought in.</summary>
    public string? PurchaseUnit { get; set; }

    /// <summary>How many units of use one of purchase holds.</summary>
    public string? Holds { get; set; }

    /// <summary>Its code.</summary>
    public string? Sku { get; set; }

    /// <summary>What kind of thing it is.</summary>
    public string? Category { get; set; }

    /// <summary>At or under how much it is low.</summary>
    public string? Threshold { get; set; }

    /// <summary>An empty form, for what is used most often.</summary>
    public static MaterialForm Empty() => new() { Token = Guid.CreateVersion7(), Unit = "g", PurchaseUnit = "kg" };

    /// <summary>The form of a material that is there.</summary>
    public static MaterialForm For(MaterialItem material)
    {
        var known = Catalog.UnitConversion.Of(Catalog.Unit.Find(material.PurchaseUnit)!, Catalog.Unit.Find(material.Unit)!).Succeeded;
        return new()
        {
            Version = material.Version, Name = material.Name, Unit = material.Unit, PurchaseUnit = material.PurchaseUnit, Holds = known ? null : material.Holds.ToString(CultureInfo.InvariantCulture),
            Sku = material.Sku, Category = material.Category, Threshold = material.Threshold?.ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <summary>The material that it says, and what in it cannot be read.</summary>
    public (NewMaterial Material, List<Problem> Problems) Read(ShopFacts shop)
    {
        var reader = new FormReader(shop.Currency);
        return (new NewMaterial(Name, Unit, string.IsNullOrWhiteSpace(PurchaseUnit) ? null : PurchaseUnit, reader.Quantity(Holds, nameof(Holds)), Sku, Category ?? "", reader.Quantity(Threshold, nameof(Threshold))), reader.Problems);
    }
}
