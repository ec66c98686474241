using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Shops;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Catalog;

/// <summary>The categories and tags that a shop has used, each in one of its spellings, and its makers, all by name.</summary>
/// <param name="Categories">The categories.</param>
/// <param name="Tags">The tags.</param>
/// <param name="Makers">The makers; a shop of one has just that one.</param>
public sealed record Labels(IReadOnlyList<string> Categories, IReadOnlyList<string> Tags, IReadOnlyList<Maker> Makers);

/// <summary>Remembers the labels of shops, as long as nothing of them changes.</summary>
public sealed class LabelMemory : IDisposable
{
    /// <summary>Those of a hundred shops that have as many as a shop can.</summary>
    public AnswerShelf Labels { get; } = new(51_000);

    /// <inheritdoc />
    public void Dispose() => Labels.Dispose();
}

/// <summary>Finds categories, tags and makers, to suggest and to filter by.</summary>
public sealed class LabelsQuery(AppDb db, CurrentShop shop, LabelMemory memory)
{
    private const int Most = 200;

    // A shop has dozens of these and may have 100,000 products.
    private static readonly TextsInUse Categories = new(
        db => Offered(db).Select(product => product.CategoryKey!),
        (db, key) => Offered(db).Where(product => product.CategoryKey == key).Select(product => product.Category!));

    private static readonly TextsInUse Tags = new(
        db => TagsOffered(db).Select(tag => tag.Key),
        (db, key) => TagsOffered(db).Where(tag => tag.Key == key).Select(tag => tag.Tag));

    /// <summary>Categories and tags of products that are not put away, and all makers.</summary>
    public async Task<Labels> RunAsync(CancellationToken cancel)
    {
        // Before anything else, so that nothing older is kept under it.
        var revision = await ShopRevision.ReadAsync(db);
        var key = new AnswerShelf.Key(shop.Id, nameof(Labels));
        if (memory.Labels.Find<Labels>(key, revision) is { } known) return known;
        var together = db.AskTogether();
        var categories = together.Ask(() => Categories.ListAsync(db, Most, cancel));
        var tags = together.Ask(() => Tags.ListAsync(db, Most, cancel));
        var makers = together.Ask(() => db.Makers.AsNoTracking().OrderBy(maker => maker.Name).ThenBy(maker => maker.Id).ToListAsync(cancel));
        await together.RunAsync(cancel);
        var labels = new Labels(await categories, await tags, await makers);
        memory.Labels.Keep(key, revision, labels, labels.Categories.Count + labels.Tags.Count + labels.Makers.Count);
        return labels;
    }

    private static IQueryable<Product> Offered(AppDb db) => db.Products.Where(product => product.Status != ProductStatus.Retired);

    private static IQueryable<ProductTag> TagsOffered(AppDb db) => db.ProductTags.Where(tag => Offered(db).Any(product => product.Id == tag.ProductId));
}
