using ArtisansCorner.Catalog;
using ArtisansCorner.Importing.Facts;
using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing.Matching;

/// <summary>What everything in the catalog is called, to be found by a title exactly or by likeness.</summary>
internal sealed class CatalogTitles
{
    private const double LikeEnough = 0.6;
    private readonly Dictionary<string, CatalogTitle?> exact = new(StringComparer.Ordinal);
    private readonly List<(CatalogTitle Title, IReadOnlySet<string> Stems)> all = [];
    private readonly Dictionary<string, List<int>> byStem = new(StringComparer.Ordinal);

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
    public CatalogTitle? Like(string title)
    {
        var stems = TitleText.StemsOf(title);
        var candidates = stems.SelectMany(stem => byStem.GetValueOrDefault(stem) ?? []).Distinct();
        var best = candidates.Select(at => (all[at].Title, Score: TitleText.Likeness(stems, all[at].Stems), Shared: all[at].Stems.Count(stems.Contains), At: at))
            .Where(one => one.Score >= LikeEnough).OrderByDescending(one => one.Score).ThenByDescending(one => one.Shared).ThenBy(one => one.At).FirstOrDefault();
        return best.Title;
    }

    private void Add(CatalogTitle title, IEnumerable<string> called)
    {
        foreach (var key in called.Select(TitleText.KeyOf).Where(key => key.Length > 0).Distinct())
        {
            // Two of one name cannot be told apart by it.
            if (!exact.TryAdd(key, title)) exact[key] = null;
        }

        var stems = TitleText.StemsOf(title.Name);
        foreach (var stem in stems)
        {
            if (!byStem.TryGetValue(stem, out var places)) byStem.Add(stem, places = []);
            places.Add(all.Count);
        }

        all.Add((title, stems));
    }
}
