using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Matching;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Facts;

/// <summary>What a file has of products and customers, added up round by round.</summary>
internal sealed class CatalogCounts
{
    /// <summary>How many products are shown by name.</summary>
    public const int ShownProducts = 5;

    private readonly List<string> newProducts = [];
    private readonly SortedDictionary<string, string> makers = new(StringComparer.Ordinal);

    /// <summary>Products that it adds.</summary>
    public int Products { get; private set; }

    /// <summary>The first of them, by name.</summary>
    public IReadOnlyList<string> NewProducts => newProducts;

    /// <summary>Of how many things that were never counted here it says how much there is.</summary>
    public long StockOffered { get; private set; }

    /// <summary>How many prices differ from those that are here.</summary>
    public long PricesDiffer { get; private set; }

    /// <summary>The makers that it names and the shop does not have, by name.</summary>
    public IReadOnlyCollection<string> MakersOffered => makers.Values;

    /// <summary>Customers whom it is about and who are here.</summary>
    public int CustomersHere { get; private set; }

    /// <summary>Adds what the draft holds; where it stands is known.</summary>
    public void Add(ImportDraft draft, IEnumerable<IBringFacts> others)
    {
        var items = draft.Of<DraftItem>();
        var adding = items.Where(item => item.Presence == Presence.New).ToList();
        Products += adding.Count;
        newProducts.AddRange(adding.Take(ShownProducts - newProducts.Count).Select(item => item.Name));
        StockOffered += others.Sum(other => other.StockOffered(draft));
        PricesDiffer += items.SelectMany(item => item.Variants).Count(WriteItems.HasOtherPrice);
        foreach (var maker in items.Where(item => item is { Maker: not null, MakerId: null }).Select(item => item.Maker!))
        {
            if (makers.Count < TitleForm.Most) makers.TryAdd(SearchText.Of(maker), maker);
        }

        CustomersHere += draft.Wanted.Count(customer => customer.IsHere);
    }
}
