using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>A note as lists, charts and the API show it.</summary>
/// <param name="Id">Which.</param>
/// <param name="Text">What happened.</param>
/// <param name="From">The first day it is about.</param>
/// <param name="To">The last day, included.</param>
/// <param name="Version">Counts its changes.</param>
public sealed record AnnotationItem(Guid Id, string Text, DateOnly From, DateOnly To, int Version)
{
    /// <summary>Whether it is about any of these days.</summary>
    public bool Touches(Period days) => From <= days.To && To >= days.From;
}

/// <summary>Finds notes on days.</summary>
public sealed class AnnotationQuery(AppDb db)
{
    private const int MostShown = 100;

    /// <summary>One page of the notes, the latest written first; of these days where a range is given.</summary>
    public async Task<Paged<AnnotationItem>> ListAsync(Period? days, Cursor? after, int limit, CancellationToken cancel)
    {
        var notes = days is { } range ? In(range) : There();
        if (after is { } place)
        {
            var (at, id) = (place.At, place.Id);
            notes = notes.Where(note => note.CreatedAt < at || (note.CreatedAt == at && note.Id < id));
        }

        var page = Paging.Cut(
            await notes.OrderByDescending(note => note.CreatedAt).ThenByDescending(note => note.Id).Take(limit + 1).ToListAsync(cancel), limit, note => new Cursor(note.CreatedAt, note.Id));
        return new Paged<AnnotationItem>([.. page.Items.Select(ItemOf)], page.Next);
    }

    /// <summary>The notes on a range of days, in the order of their days.</summary>
    public async Task<IReadOnlyList<AnnotationItem>> OnAsync(Period range, CancellationToken cancel) =>
        [.. (await In(range).OrderBy(note => note.From).ThenBy(note => note.Id).Take(MostShown).ToListAsync(cancel)).Select(ItemOf)];

    /// <summary>One note, or nothing.</summary>
    public async Task<AnnotationItem?> FindAsync(Guid id, CancellationToken cancel) =>
        await There().FirstOrDefaultAsync(note => note.Id == id, cancel) is { } note ? ItemOf(note) : null;

    private IQueryable<Annotation> There() => db.Annotations.AsNoTracking().Where(note => note.RemovedAt == null);

    private IQueryable<Annotation> In(Period range)
    {
        var (from, to) = (range.From, range.To);
        return There().Where(note => note.From <= to && note.To >= from);
    }

    private static AnnotationItem ItemOf(Annotation note) => new(note.Id, note.Text, note.From, note.To, note.Version);
}
