using ArtisansCorner.Catalog;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Shops;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing.Facts;

/// <summary>
/// Finds the products of a file in the catalog: by the codes of their choices, else by their exact name. Of what this import made already, each is the
/// product of the row that made it, and of no other of the same name.
/// </summary>
internal sealed class FindItems(AppDb db)
{
    private const int AtOnce = 500;

    // Whether the shop had any when it was first looked at: what this import writes meanwhile does not come again.
    private bool? had;

    /// <summary>Fills in what is here; tells of each product that is, whether it says less than the file.</summary>
    public async Task RunAsync(IReadOnlyList<DraftItem> items, Guid importId, CancellationToken cancel)
    {
        if (items.Count == 0) return;
        had ??= await db.Products.AnyAsync(cancel);
        foreach (var some in items.Chunk(AtOnce)) await FindAsync(some, importId, cancel);
    }

    /// <summary>Fills in what is here, though somebody wrote some of it meanwhile.</summary>
    public Task AnewAsync(IReadOnlyList<DraftItem> items, Guid importId, CancellationToken cancel)
    {
        had = true;
        return RunAsync(items, importId, cancel);
    }

    private async Task FindAsync(IReadOnlyList<DraftItem> some, Guid importId, CancellationToken cancel)
    {
        var (there, choices, tags, counted) = await HereAsync(had == true ? await IdsAsync(some, importId, cancel) : [], cancel);
        // Two of one name could be either.
        var makers = (await db.Makers.AsNoTracking().ToListAsync(cancel)).GroupBy(maker => SearchText.Of(maker.Name)).Where(same => same.Count() == 1).ToDictionary(same => same.Key, same => same.Single().Id);
        var byCode = choices.ToDictionary(choice => choice.SkuKey);
        var byName = there.Values.Where(product => product.ImportId != importId).OrderBy(product => product.Id).ToLookup(product => product.NameSearch);
        foreach (var item in some)
        {
            item.MakerId = item.Maker is { } maker && makers.TryGetValue(SearchText.Of(maker), out var makerId) ? makerId : null;
            Match(item, byCode, there.GetValueOrDefault(ImportedId.Of(importId, item.Row)) ?? byName[NameOf(item)].FirstOrDefault(), choices);
            foreach (var variant in item.Variants) variant.IsUncounted = variant.VariantId is not { } id || !counted.Contains(id);
            var mine = Mine(item);
            item.Presence = mine.Count == 0 ? Presence.New : mine.Exists(product => product.ImportId == importId) ? Presence.Written : Presence.Here;
            item.Completes = Completes(item);
        }

        var completing = some.Where(item => item.Completes).ToList();
        var left = await LeftEmpty.OfAsync(db, [.. completing.SelectMany(Mine).Select(product => product.Id).Distinct()], cancel);
        foreach (var item in completing)
        {
            left.TakeOutOf(item);
            item.Completes = Completes(item);
        }

        List<Product> Mine(DraftItem item) => [.. item.Variants.Select(variant => variant.ProductId).OfType<Guid>().Distinct().Select(id => there[id])];

        bool Completes(DraftItem item) => item.Presence == Presence.Here && (item.Variants.Exists(variant => variant.VariantId is null) || Mine(item).Exists(product => SaysLess(product, item, choices, tags)));
    }

    /// <summary>The products that may be those of the file. Each way is a question by itself: in one, a database goes through the whole catalog.</summary>
    private async Task<List<Guid>> IdsAsync(IReadOnlyList<DraftItem> some, Guid importId, CancellationToken cancel)
    {
        var keys = some.SelectMany(item => item.Variants).Select(variant => variant.Sku).OfType<string>().Select(Variant.KeyOf).ToList();
        var names = some.Select(NameOf).Distinct().ToList();
        var made = some.Select(item => ImportedId.Of(importId, item.Row)).ToList();
        return
        [
            .. (await db.Variants.Where(variant => keys.Contains(variant.SkuKey)).Select(variant => variant.ProductId).ToListAsync(cancel))
                .Union(await db.Products.Where(product => names.Contains(product.NameSearch)).Select(product => product.Id).ToListAsync(cancel))
                .Union(await db.Products.Where(product => made.Contains(product.Id)).Select(product => product.Id).ToListAsync(cancel)),
        ];
    }

    /// <summary>These products, their choices, which of them have tags, and which choices were counted; nothing is asked of none.</summary>
    private async Task<(Dictionary<Guid, Product> Products, List<Variant> Choices, HashSet<Guid> Tagged, HashSet<Guid> Counted)> HereAsync(List<Guid> ids, CancellationToken cancel)
    {
        if (ids.Count == 0) return ([], [], [], []);
        var products = await db.Products.AsNoTracking().Where(product => ids.Contains(product.Id)).ToDictionaryAsync(product => product.Id, cancel);
        var choices = await db.Variants.AsNoTracking().Where(variant => ids.Contains(variant.ProductId)).OrderBy(variant => variant.Id).ToListAsync(cancel);
        var tagged = await db.ProductTags.Where(tag => ids.Contains(tag.ProductId)).Select(tag => tag.ProductId).Distinct().ToListAsync(cancel);
        var found = choices.ConvertAll(choice => choice.Id);
        var counted = await db.StockLevels.Where(level => found.Contains(level.VariantId)).Select(level => level.VariantId).ToListAsync(cancel);
        return (products, choices, [.. tagged], [.. counted]);
    }

    private static void Match(DraftItem item, Dictionary<string, Variant> byCode, Product? other, List<Variant> choices)
    {
        foreach (var variant in item.Variants)
            Put(variant, variant.Sku is { } sku ? byCode.GetValueOrDefault(Variant.KeyOf(sku)) : null);
        if (other is null || item.Variants.Exists(variant => variant.VariantId is not null)) return;
        var mine = choices.FindAll(choice => choice.ProductId == other.Id);
        foreach (var variant in item.Variants)
        {
            Put(variant, mine.Find(choice => SearchText.Of(choice.Title) == SearchText.Of(variant.Title)) ?? (mine.Count == 1 && item.Variants.Count == 1 ? mine[0] : null));
            variant.ProductId ??= other.Id;
        }
    }

    private static void Put(DraftVariant variant, Variant? row) => (variant.VariantId, variant.ProductId, variant.PriceHere) = (row?.Id, row?.ProductId, row?.Price);

    private static bool SaysLess(Product product, DraftItem item, List<Variant> choices, HashSet<Guid> tagged) =>
        (product.Category is null && item.Category is not null) || (product.Description is null && item.Description is not null) || (product.MakerId is null && item.MakerId is not null) || (item.Tags.Count > 0 && !tagged.Contains(product.Id)) ||
        item.Variants.Exists(variant => choices.Find(choice => choice.Id == variant.VariantId && choice.ProductId == product.Id) is { } here &&
            ((here.Barcode is null && variant.Barcode is not null) || (here.Threshold is null && variant.Threshold is not null) || (here.Price == 0 && variant.Price > 0)));

    private static string NameOf(DraftItem item) => SearchText.Of(item.Name).UpTo(Product.LongestSearch);
}
