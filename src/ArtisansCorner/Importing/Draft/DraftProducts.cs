using ArtisansCorner.Catalog;
using ArtisansCorner.Importing.Formats;
using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Draft;

/// <summary>The products that the sales of a file name by a code, each once and in few bytes, for a file may name half a million.</summary>
internal sealed class DraftProducts
{
    private readonly HashNumbers places = new();
    private readonly Blocks<DraftProduct> all = new();
    private readonly TextStore texts = new();

    /// <summary>How many there are.</summary>
    public int Count => all.Count;

    /// <summary>One of them, to read or to change.</summary>
    public ref DraftProduct this[int at] => ref all[at];

    /// <summary>The place of the product with this code in any case, made when it is new; −1 where there is no code.</summary>
    public int Of(ReadOnlySpan<char> sku)
    {
        if (sku.IsEmpty) return -1;
        ref var place = ref places[HashOf(sku)];
        if (place == 0) place = all.Add(new DraftProduct { Sku = texts.Add(sku) }) + 1;
        return place - 1;
    }

    /// <summary>Hears what a row of a product says: the first name and the last price count.</summary>
    public void Hear(int at, string name, long? price)
    {
        ref var product = ref all[at];
        if (product.Name == 0 && name.Length > 0) product.Name = texts.Add(name);
        product.Price = price ?? product.Price;
    }

    /// <summary>A code as the file first writes it.</summary>
    public string SkuOf(int at) => texts[all[at].Sku];

    /// <summary>A code as it is compared.</summary>
    public string KeyOf(int at) => Variant.KeyOf(SkuOf(at));

    /// <summary>The first name that the file gives a product; its code where it gives none.</summary>
    public string NameOf(int at) => texts[all[at].Name == 0 ? all[at].Sku : all[at].Name];

    /// <summary>Whether an order that goes in needs the product of this code.</summary>
    public bool IsUsed(string key) => HashOf(key) is var hash && places.Has(hash) && all[places[hash] - 1].Used;

    private static ulong HashOf(ReadOnlySpan<char> sku)
    {
        Span<char> upper = sku.Length <= CellCheck.LongestSku ? stackalloc char[CellCheck.LongestSku] : new char[sku.Length];
        return OrderHash.Of(upper[..sku.ToUpperInvariant(upper)]);
    }
}

/// <summary>A product of a file, known by its code.</summary>
internal struct DraftProduct
{
    /// <summary>Where the code stands as the file first writes it.</summary>
    public required int Sku { get; init; }

    /// <summary>Where the first name stands that the file gives it; 0: it gives none.</summary>
    public int Name { get; set; }

    /// <summary>The last price that the file sells it at, in minor units.</summary>
    public long Price { get; set; }

    /// <summary>Whether an order that goes in needs it.</summary>
    public bool Used { get; set; }

    /// <summary>Its variant in the database, once that is known or made.</summary>
    public Guid? VariantId { get; set; }
}
