namespace ArtisansCorner.Importing.Matching;

/// <summary>Finds what of the catalog is called most like a title, by the words that both have.</summary>
internal sealed class LikeTitles
{
    private const double LikeEnough = 0.6;
    private readonly List<(CatalogTitle Title, IReadOnlySet<string> Stems)> all = [];
    private readonly Dictionary<string, List<int>> byStem = new(StringComparer.Ordinal);

    /// <summary>Begins with all that may be found; of two that are as like, the first is.</summary>
    public LikeTitles(IEnumerable<CatalogTitle> titles)
    {
        foreach (var title in titles)
        {
            var stems = TitleText.StemsOf(title.Name);
            foreach (var stem in stems)
            {
                if (!byStem.TryGetValue(stem, out var places)) byStem.Add(stem, places = []);
                places.Add(all.Count);
            }

            all.Add((title, stems));
        }
    }

    /// <summary>What is called most like it; nothing where nothing is alike enough.</summary>
    public CatalogTitle? Find(string title)
    {
        var stems = TitleText.StemsOf(title);
        var candidates = stems.SelectMany(stem => byStem.GetValueOrDefault(stem) ?? []).Distinct();
        var best = candidates.Select(at => (all[at].Title, Score: TitleText.Likeness(stems, all[at].Stems), Shared: all[at].Stems.Count(stems.Contains), At: at))
            .Where(one => one.Score >= LikeEnough).OrderByDescending(one => one.Score).ThenByDescending(one => one.Shared).ThenBy(one => one.At).FirstOrDefault();
        return best.Title;
    }
}
