using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Catalog;

/// <summary>A product with its variants, as lists and the API show it.</summary>
public sealed record ProductItem(Guid Id, string Name, int Version, DateTimeOffset CreatedAt, string? Category, IReadOnlyList<string> Tags, ProductStatus Status, IReadOnlyList<VariantItem> Variants, IReadOnlyList<PhotoItem> Photos, string? Description, Guid? MakerId);

/// <summary>A variant, as lists and the API show it.</summary>
public sealed record VariantItem(Guid Id, string Sku, string Title, string? Barcode, long Price, long? Threshold);

/// <summary>Finds products.</summary>
public sealed class ProductQueries(AppDb db, PhotoQuery photos)
{
    /// <summary>Products that are offered, those that are retired, or both, latest first, whose names, titles or codes contain each of the words.</summary>
    public async Task<Paged<ProductItem>> ListAsync(string? search, bool? retired, Cursor? after, int limit, CancellationToken cancel)
    {
        var variants = db.Variants;
        IQueryable<Product> products = db.Products.AsNoTracking();
        if (retired is { } wanted) products = products.Where(product => (product.Status == ProductStatus.Retired) == wanted);
        foreach (var word in SearchText.WordsOf(search))
        {
            // From the few that may have the word to their products; else from one product of the list to the next.
            var found = variants.Where(variant => variant.Search.Contains(word));
            products = await db.Engine.FewWithAsync<Variant>(db, nameof(Variant.Search), [word], cancel) is { } few
                ? products.Where(product => found.Where(variant => few.Contains(variant.Id)).Select(variant => variant.ProductId).Contains(product.Id))
                : products.Where(product => found.Any(variant => variant.ProductId == product.Id));
        }

        if (after is { } place)
        {
            var (at, id) = (place.At, place.Id);
            products = products.Where(product => product.CreatedAt < at || (product.CreatedAt == at && product.Id < id));
        }

        var rows = await products.OrderByDescending(product => product.CreatedAt).ThenByDescending(product => product.Id).Take(limit + 1).ToListAsync(cancel);
        var page = Paging.Cut(rows, limit, product => new Cursor(product.CreatedAt, product.Id));
        var ids = page.Items.Select(product => product.Id).ToList();
        var theirs = (await variants.AsNoTracking().Where(variant => ids.Contains(variant.ProductId)).OrderBy(variant => variant.Id).ToListAsync(cancel))
            .ToLookup(variant => variant.ProductId);
        var (tags, pictures) = (await TagsAsync(ids, cancel), await photos.OfAsync(ids, cancel));
        return new Paged<ProductItem>([.. page.Items.Select(product => ToItem(product, tags[product.Id], theirs[product.Id], pictures[product.Id]))], page.Next);
    }

    /// <summary>One product, or nothing.</summary>
    public async Task<ProductItem?> FindAsync(Guid id, CancellationToken cancel)
    {
        var together = db.AskTogether();
        var product = together.Ask(() => db.Products.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancel));
        var variants = together.Ask(() => db.Variants.AsNoTracking().Where(variant => variant.ProductId == id).OrderBy(variant => variant.Id).ToListAsync(cancel));
        var tags = together.Ask(() => TagsAsync([id], cancel));
        var pictures = together.Ask(() => photos.OfAsync([id], cancel));
        await together.RunAsync(cancel);
        return await product is { } found ? ToItem(found, (await tags)[id], await variants, (await pictures)[id]) : null;
    }

    private async Task<ILookup<Guid, string>> TagsAsync(List<Guid> products, CancellationToken cancel) =>
        (await db.ProductTags.AsNoTracking().Where(tag => products.Contains(tag.ProductId)).OrderBy(tag => tag.Key).ToListAsync(cancel)).ToLookup(tag => tag.ProductId, tag => tag.Tag);

    private static ProductItem ToItem(Product product, IEnumerable<string> tags, IEnumerable<Variant> variants, IEnumerable<PhotoItem> photos) => new(
        product.Id, product.Name, product.Version, product.CreatedAt, product.Category, [.. tags], product.Status,
        [.. variants.Select(variant => new VariantItem(variant.Id, variant.Sku, variant.Title, variant.Barcode, variant.Price, variant.Threshold))], [.. photos], product.Description, product.MakerId);
}
