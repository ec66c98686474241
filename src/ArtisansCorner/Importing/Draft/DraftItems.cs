using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Draft;

/// <summary>Puts the rows of a file of products together: what the file calls by one key is one product.</summary>
internal sealed class DraftItems
{
    private const int MostVariants = 250;
    private const int LongestName = 300;
    private const int LongestMaker = 120;
    private readonly ImportDraft draft;
    private readonly Dictionary<string, DraftItem> items = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The products of a draft.</summary>
    public DraftItems(ImportDraft draft)
    {
        this.draft = draft;
        draft.AtEnd.Add(Finish);
    }

    /// <summary>Whether the rows of a product of this key are held in the round that is read.</summary>
    public bool Holds(string key) => draft.RoundBeforeSales.Holds(key.ToUpperInvariant());

    /// <summary>The product of this key; nothing when no row of it came yet.</summary>
    public DraftItem? Find(string key) => items.GetValueOrDefault(key);

    /// <summary>The product of this key, made when it is new.</summary>
    public DraftItem Of(string key, int row, string name)
    {
        if (items.TryGetValue(key, out var known)) return known;
        var made = new DraftItem { Row = row, Number = key, Name = name.Trim().UpTo(LongestName) };
        draft.Add(made);
        return items[key] = made;
    }

    /// <summary>Adds a choice; else tells why it does not go in.</summary>
    public string? Add(DraftItem item, DraftVariant variant)
    {
        if (item.Variants.Count == MostVariants) return Reasons.TooManyVariants;
        if ((Int128)(variant.UnitCost ?? 0) * (variant.Quantity ?? 0) > Amounts.MostTogether) return Reasons.TooMuch;
        if (variant.Sku is { } sku && !draft.Codes.Add(Variant.KeyOf(sku), draft.RoundBeforeSales)) return Reasons.CodeTwice;
        if (item.Variants.Exists(other => SearchText.Of(other.Title) == SearchText.Of(variant.Title))) variant.Title = $"{variant.Title} {item.Variants.Count + 1}".Trim();
        variant.Title = variant.Title.UpTo(LongestName);
        item.Variants.Add(variant);
        return null;
    }

    /// <summary>A category as the catalog has room for it: of “Home &gt; Mugs” the last, of several the first.</summary>
    public static string? Category(string text)
    {
        var first = text.Split(',', ';')[0].Split('>')[^1].Trim();
        return first.Length == 0 ? null : first.UpTo(ProductRules.LongestCategory);
    }

    /// <summary>A maker's name as the shop has room for it.</summary>
    public static string? Maker(string text) => text.Trim() is { Length: > 0 } name ? name.UpTo(LongestMaker).Trim() : null;

    /// <summary>Tags as the catalog has room for them, from a list with commas.</summary>
    public static IReadOnlyList<string> Tags(string text) =>
    [
        .. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(tag => tag.UpTo(ProductRules.LongestTag).Trim())
            .Where(tag => tag.Length > 0).DistinctBy(Product.KeyOf).Take(ProductRules.MostTags),
    ];

    private void Finish()
    {
        draft.Remove<DraftItem>(item => item.Variants.Count == 0);
        foreach (var item in items.Values.Where(item => item.Variants.Count > 0))
        {
            var price = item.Variants.FirstOrDefault(variant => variant.Price is not null)?.Price;
            item.Variants.ForEach(variant => variant.Price ??= price);
        }
    }
}
