using System.Globalization;
using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;

namespace ArtisansCorner.Inventory;

/// <summary>What is to change of several products, every text as it was typed; what is empty stays.</summary>
public sealed class BulkForm
{
    /// <summary>The products.</summary>
    // The form's binder sets what was not sent to null.
    public List<Guid> Products { get; set => field = value ?? []; } = [];

    /// <summary>Their category.</summary>
    public string? Category { get; set; }

    /// <summary>Tags they get, with commas between them.</summary>
    public string? AddTags { get; set; }

    /// <summary>Tags they lose, with commas between them.</summary>
    public string? RemoveTags { get; set; }

    /// <summary>How they are offered.</summary>
    public string? Status { get; set; }

    /// <summary>Whose work they are.</summary>
    public Guid? MakerId { get; set; }

    /// <summary>By how many percent their prices go up.</summary>
    public string? Percent { get; set; }

    /// <summary>At or under how many each is low.</summary>
    public string? Threshold { get; set; }

    /// <summary>The change as it says, and what in it cannot be read.</summary>
    public (ProductsChange Change, IReadOnlyList<Problem> Problems) Read(ShopFacts shop)
    {
        var reader = new FormReader(shop.Currency);
        var percent = PercentOf(Percent);
        if (percent is null && !string.IsNullOrWhiteSpace(Percent)) reader.Problems.Add(new("percent_unreadable", "A number such as 5 or −2.5.", "Percent"));
        var change = new ProductsChange(
            Products, string.IsNullOrWhiteSpace(Category) ? null : Category, Tags(AddTags), Tags(RemoveTags),
            EnumWords.Find<ProductStatus>(Status), percent, reader.Count(Threshold, "Threshold"), MakerId);
        return (change, reader.Problems);
    }

    private static decimal? PercentOf(string? text) =>
        decimal.TryParse(text?.Trim().TrimEnd('%').Replace('−', '-').Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string[]? Tags(string? text) =>
        (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } tags ? tags : null;
}
