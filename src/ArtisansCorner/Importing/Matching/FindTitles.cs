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
                if (!draft.Titles.TryGetValue((order.Channel, line.Title), out var title)) draft.Titles.Add((order.Channel, line.Title), title = new DraftTitle { Channel = order.Channel, Title = line.Title });
                title.Lines++;
            }
        }

        return draft.Titles.Count > before;
    }

    /// <summary>Fills in what the titles are that were collected, whatever was known before.</summary>
    public async Task RunAsync(ImportDraft draft, CancellationToken cancel)
    {
        foreach (var title in draft.Titles.Values) (title.VariantId, title.AliasId, title.Suggestion) = (null, null, null);
        if (draft.Titles.Count == 0) return;
        await RememberAsync(draft, cancel);
        if (!draft.Titles.Values.Any(title => title.IsOpen)) return;
        var catalog = await CatalogTitles.ReadAsync(db, cancel);
        foreach (var title in draft.Titles.Values.Where(title => title.IsOpen))
        {
            title.VariantId = catalog.Exactly(title.Title)?.VariantId;
            if (title.VariantId is null) title.Suggestion = catalog.Like(title.Title);
        }
    }

    private async Task RememberAsync(ImportDraft draft, CancellationToken cancel)
    {
        foreach (var some in draft.Titles.Values.Select(title => (title, Key: TitleText.KeyOf(title.Title))).Chunk(AtOnce))
        {
            var keys = some.Select(one => one.Key).ToList();
            var known = (await db.ProductAliases.AsNoTracking().Where(alias => keys.Contains(alias.TitleKey)).ToListAsync(cancel)).ToLookup(alias => alias.TitleKey);
            foreach (var (title, key) in some)
            {
                var channel = draft.Channels[title.Channel].Id;
                // What was said of this channel counts more than what was said of any.
                if (known[key].Where(alias => alias.ChannelId is null || alias.ChannelId == channel).OrderBy(alias => alias.ChannelId is null).FirstOrDefault() is not { } said) continue;
                (title.VariantId, title.AliasId) = (said.VariantId, said.Id);
            }
        }
    }
}
