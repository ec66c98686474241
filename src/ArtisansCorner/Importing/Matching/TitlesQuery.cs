using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing.Matching;

/// <summary>A choice that is remembered.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">The title.</param>
/// <param name="Channel">The channel that calls it so; nothing: any.</param>
/// <param name="VariantId">What it is; nothing: none of the shop's products.</param>
/// <param name="Name">What that is called.</param>
/// <param name="Sku">Its code.</param>
/// <param name="CreatedAt">When it was said.</param>
public sealed record RememberedTitle(Guid Id, string Title, string? Channel, Guid? VariantId, string? Name, string? Sku, DateTimeOffset CreatedAt);

/// <summary>Finds what titles mean, and which are of no product yet.</summary>
public sealed class TitlesQuery(AppDb db)
{
    private const int MostOpen = 50;

    /// <summary>The choices that are remembered, latest first.</summary>
    public async Task<Paged<RememberedTitle>> RememberedAsync(Cursor? after, int limit, CancellationToken cancel)
    {
        var (channels, variants, products) = (db.Channels, db.Variants, db.Products);
        var aliases = db.ProductAliases.AsNoTracking();
        if (after is { } place)
        {
            var (at, id) = (place.At, place.Id);
            aliases = aliases.Where(alias => alias.CreatedAt < at || (alias.CreatedAt == at && alias.Id < id));
        }

        var rows = await aliases.OrderByDescending(alias => alias.CreatedAt).ThenByDescending(alias => alias.Id).Take(limit + 1).Select(alias => new
        {
            alias.Id,
            alias.Title,
            alias.VariantId,
            alias.CreatedAt,
            Channel = channels.Where(channel => channel.Id == alias.ChannelId).Select(channel => channel.Name).FirstOrDefault(),
            Variant = variants.Where(variant => variant.Id == alias.VariantId).Select(variant => new { variant.Sku, variant.Title, Name = products.Where(product => product.Id == variant.ProductId).Select(product => product.Name).FirstOrDefault() }).FirstOrDefault(),
        }).ToListAsync(cancel);
        var page = Paging.Cut(rows, limit, row => new Cursor(row.CreatedAt, row.Id));
        return new Paged<RememberedTitle>(
            [.. page.Items.Select(row => new RememberedTitle(
                row.Id, row.Title, row.Channel, row.VariantId, row.Variant is null ? null : row.Variant.Title.Length == 0 ? row.Variant.Name : $"{row.Variant.Name}, {row.Variant.Title}", row.Variant?.Sku, row.CreatedAt))],
            page.Next);
    }

    /// <summary>The titles of past lines that are of no product, those with most lines first, but those of which it was said that they are none; each with what it may be.</summary>
    public async Task<IReadOnlyList<TitleMatch>> OpenAsync(CancellationToken cancel)
    {
        var rows = await db.SaleLines.Where(line => line.VariantId == null).Join(db.Sales, line => line.SaleId, sale => sale.Id, (line, sale) => new { line.Title, sale.ChannelId })
            .GroupBy(line => new { line.Title, line.ChannelId }).Select(lines => new { lines.Key.Title, lines.Key.ChannelId, Lines = lines.LongCount() })
            .OrderByDescending(line => line.Lines).ThenBy(line => line.Title).Take(MostOpen * 2).ToListAsync(cancel);
        if (rows.Count == 0) return [];
        var said = (await db.ProductAliases.AsNoTracking().Where(alias => alias.VariantId == null).ToListAsync(cancel)).ToLookup(alias => alias.TitleKey, alias => alias.ChannelId);
        var channels = await db.Channels.ToDictionaryAsync(channel => channel.Id, channel => channel.Name, cancel);
        var catalog = await CatalogTitles.ReadAsync(db, null, cancel);
        return
        [
            .. rows.Where(row => !said[TitleText.KeyOf(row.Title)].Any(channel => channel is null || channel == row.ChannelId)).Take(MostOpen).Select(row =>
                (catalog.Exactly(row.Title) ?? catalog.Like(row.Title)) is { } like
                    ? new TitleMatch(row.Title, channels[row.ChannelId], row.Lines, like.VariantId, like.Name, like.Sku)
                    : new TitleMatch(row.Title, channels[row.ChannelId], row.Lines, null, null, null)),
        ];
    }

    /// <summary>The codes and names of everything in the catalog that can be chosen, at most so many.</summary>
    public async Task<IReadOnlyList<(string Sku, string Name)>> ChoicesAsync(int most, CancellationToken cancel) =>
        [.. (await db.Variants.AsNoTracking().Join(db.Products, variant => variant.ProductId, product => product.Id, (variant, product) => new { variant.Sku, variant.Title, product.Name })
            .OrderBy(row => row.Name).ThenBy(row => row.Title).Take(most).ToListAsync(cancel)).Select(row => (row.Sku, row.Title.Length == 0 ? row.Name : $"{row.Name}, {row.Title}"))];
}
