using ArtisansCorner.Catalog;
using ArtisansCorner.Importing.Facts;
using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing.Matching;

/// <summary>What everything in the catalog is called, to be found by a title exactly or by likeness.</summary>
internal sealed class CatalogTitles
{
    private readonly Dictionary<string, CatalogTitle?> exact = new(StringComparer.Ordinal);
    private readonly List<CatalogTitle> all = [];

    // Only where likeness is asked for: it is most of the work, and of the memory.
    private readonly Lazy<LikeTitles> like;

    private CatalogTitles() => like = new Lazy<LikeTitles>(() => new LikeTitles(all));

    /// <summary>
    /// Reads the catalog; what is retired was sold once too. What this import made of codes of its own sales is not of it: when it was interrupted
    /// some of that stands, and titles shall mean what they meant when it began.
    /// </summary>
    public static async Task<CatalogTitles> ReadAsync(AppDb db, Guid? importId, CancellationToken cancel)
    {
        var found = await db.Variants.AsNoTracking().Join(db.Products, variant => variant.ProductId, product => product.Id, (variant, product) => new { variant.Id, variant.ProductId, variant.Sku, variant.Title, product.Name, product.ImportId })
            .OrderBy(row => row.Id).ToListAsync(cancel);
        var rows = importId is { } id ? found.FindAll(row => row.ImportId != id || ImportedId.IsOf(id, row.ProductId)) : found;
        var choices = rows.CountBy(row => row.ProductId).ToDictionary();
        var titles = new CatalogTitles();
        foreach (var row in rows)
        {
            var whole = row.Title.Length == 0 ? row.Name : $"{row.Name}, {row.Title}";
            titles.Add(new CatalogTitle(row.Id, whole, row.Sku), choices[row.ProductId] == 1 ? [whole, row.Name] : [whole]);
        }

        return titles;
    }

    /// <summary>What is called exactly so; nothing where nothing is, or several are.</summary>
    public CatalogTitle? Exactly(string title) => exact.GetValueOrDefault(TitleText.KeyOf(title));

    /// <summary>What is called most like it; nothing where nothing is alike enough.</summary>
    public CatalogTitle? Like(string title) => like.Value.Find(title);

    private void Add(CatalogTitle title, IEnumerable<string> called)
    {
        foreach (var key in called.Select(TitleText.KeyOf).Where(key => key.Length > 0).Distinct())
        {
            // Two of one name cannot be told apart by it.
            if (!exact.TryAdd(key, title)) exact[key] = null;
        }

        all.Add(title);
    }
}
