using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing.Matching;

/// <summary>Finds what the lines without a code are: by what a person said before, by the exact title of a product, else as a suggestion.</summary>
internal sealed class FindTitles(AppDb db)
{
    private const int AtOnce = 1000;

    /// <summary>Collects the titles of the orders that the draft holds now and that go in; tells whether one was new.</summary>
    public static bool Collect(ImportDraft draft)
    {
        var before = draft.Titles.Count;
        foreach (var order in draft.Orders.Where(order => order.Presence != Presence.Here))
        {
            for (var at = order.First; at >= 0; at = draft.Lines[at].Next)
            {
                ref var line = ref draft.Lines[at];
                // A part of the money back is of no piece.
                if (line.Product >= 0 || line.Quantity == 0 || line.Title.Length == 0) continue;
                draft.Titles[draft.Titles.Of(order.Channel, line.Title)].Lines++;
            }
        }

        return draft.Titles.Count > before;
    }

    /// <summary>Fills in what the titles are that were collected, whatever was known before.</summary>
    public async Task RunAsync(ImportDraft draft, Guid importId, CancellationToken cancel)
    {
        var titles = draft.Titles;
        for (var at = 0; at < titles.Count; at++) titles.Mean(at, default);
        if (titles.Count == 0) return;
        await RememberAsync(draft, cancel);
        if (!AnyIsOpen(titles)) return;
        var catalog = await CatalogTitles.ReadAsync(db, importId, cancel);
        for (var at = 0; at < titles.Count; at++)
        {
            if (titles[at].IsOpen && catalog.Exactly(titles.TextOf(at)) is { } exactly) titles.Mean(at, new TitleMeaning(exactly.VariantId, null));
        }
    }

    /// <summary>The titles of which a person is to be asked, those with most lines first, each with what it may be.</summary>
    public async Task<IReadOnlyList<TitleMatch>> OpenAsync(ImportDraft draft, Guid importId, CancellationToken cancel)
    {
        var titles = draft.Titles;
        if (!AnyIsOpen(titles)) return [];
        var catalog = await CatalogTitles.ReadAsync(db, importId, cancel);
        return
        [
            .. titles.Open(TitleForm.Most).Select(at =>
            {
                var (title, like) = (titles.TextOf(at), catalog.Like(titles.TextOf(at)));
                return new TitleMatch(title, draft.Channels[titles[at].Channel].Name, titles[at].Lines, like?.VariantId, like?.Name, like?.Sku);
            }),
        ];
    }

    private static bool AnyIsOpen(DraftTitles titles)
    {
        for (var at = 0; at < titles.Count; at++)
        {
            if (titles[at].IsOpen) return true;
        }

        return false;
    }

    private async Task RememberAsync(ImportDraft draft, CancellationToken cancel)
    {
        var titles = draft.Titles;
        if (!await db.ProductAliases.AnyAsync(cancel)) return;
        foreach (var some in Enumerable.Range(0, titles.Count).Select(at => (At: at, Key: TitleText.KeyOf(titles.TextOf(at)))).Chunk(AtOnce))
        {
            var keys = some.Select(one => one.Key).ToList();
            var known = (await db.ProductAliases.AsNoTracking().Where(alias => keys.Contains(alias.TitleKey)).ToListAsync(cancel)).ToLookup(alias => alias.TitleKey);
            foreach (var (at, key) in some)
            {
                var channel = draft.Channels[titles[at].Channel].Id;
                // What was said of this channel counts more than what was said of any.
                if (known[key].Where(alias => alias.ChannelId is null || alias.ChannelId == channel).OrderBy(alias => alias.ChannelId is null).FirstOrDefault() is not { } said) continue;
                titles.Mean(at, new TitleMeaning(said.VariantId, said.Id));
            }
        }
    }
}
