using System.Globalization;
using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Making;

/// <summary>A recipe as it is being typed, every text as it was typed.</summary>
public sealed class RecipeForm
{
    private const int FirstLines = 3;

    /// <summary>Which button was pressed: “save”, “line” for one more, “remove:” with a place.</summary>
    public string? Do { get; set; }

    /// <summary>Made with the form, so that sending it twice makes one recipe.</summary>
    public Guid Token { get; set; }

    /// <summary>The version that is changed.</summary>
    public int Version { get; set; }

    /// <summary>What it makes, by the id of the variant or material.</summary>
    public string? Makes { get; set; }

    /// <summary>How many one run makes.</summary>
    public string? Yield { get; set; }

    /// <summary>The minutes of work in one run.</summary>
    public string? LaborMinutes { get; set; }

    /// <summary>What the maker wants to remember.</summary>
    public string? Notes { get; set; }

    /// <summary>What one run uses up.</summary>
    // The form's binder sets what was not sent to null.
    public List<RecipeFormLine> Lines { get; set => field = value ?? []; } = [];

    /// <summary>An empty form.</summary>
    public static RecipeForm Empty(Guid? makes) => new()
    {
        Token = Guid.CreateVersion7(), Makes = makes?.ToString(), Lines = [.. Enumerable.Range(0, FirstLines).Select(_ => new RecipeFormLine())],
    };

    /// <summary>The form of a recipe that is there.</summary>
    public static RecipeForm For(RecipeItem recipe) => new()
    {
        Version = recipe.Version,
        Makes = recipe.VariantId.ToString(),
        Yield = recipe.Yield.ToString(CultureInfo.InvariantCulture),
        LaborMinutes = recipe.LaborMinutes.ToString(CultureInfo.InvariantCulture),
        Notes = recipe.Notes,
        Lines = [.. recipe.Lines.Select(line => new RecipeFormLine { Item = line.VariantId.ToString(), Quantity = line.Quantity.ToString(CultureInfo.InvariantCulture), Unit = line.Unit })],
    };

    /// <summary>Does what the button said to the lines.</summary>
    public void Press()
    {
        if (Do == "line" && Lines.Count < RecipeLine.Most) Lines.Add(new RecipeFormLine());
        else if (Do?.Split(':') is ["remove", var place] && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < Lines.Count && Lines.Count > 1)
            Lines.RemoveAt(index);
    }

    /// <summary>The recipe that it says, and what in it cannot be read; lines left empty are none.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="items">Everything that can be chosen.</param>
    public (NewRecipe Recipe, List<Problem> Problems) Read(ShopFacts shop, IReadOnlyList<MeasuredItem> items)
    {
        var reader = new FormReader(shop.Currency);
        Lines.RemoveAll(line => string.IsNullOrWhiteSpace(line.Item) && string.IsNullOrWhiteSpace(line.Quantity));
        var lines = Lines.Index().Select(line =>
        {
            var (material, variant) = Find(line.Item.Item, items);
            if (material is null && variant is null) reader.Problems.Add(new("item_missing", "Which one?", $"Lines[{line.Index}].Item"));
            return new NewRecipeLine(material, variant, null, reader.Quantity(line.Item.Quantity, $"Lines[{line.Index}].Quantity") ?? 0, string.IsNullOrWhiteSpace(line.Item.Unit) ? null : line.Item.Unit);
        }).ToList();
        var (madeMaterial, madeVariant) = Find(Makes, items);
        if (madeMaterial is null && madeVariant is null) reader.Problems.Add(new("makes_missing", "What does it make?", nameof(Makes)));
        return (new NewRecipe(madeVariant, null, madeMaterial, reader.Quantity(Yield, nameof(Yield)) ?? 0, null, (int)Math.Clamp(reader.Count(LaborMinutes, nameof(LaborMinutes)) ?? 0, -1, int.MaxValue), lines, Notes), reader.Problems);
    }

    private static (Guid? Material, Guid? Variant) Find(string? id, IReadOnlyList<MeasuredItem> items) =>
        Guid.TryParse(id, out var parsed) && items.FirstOrDefault(item => item.VariantId == parsed) is { } found
            ? found.Unit is null ? (null, found.VariantId) : (found.VariantId, null)
            : (null, null);
}
