using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>A note to be written.</summary>
/// <param name="Text">What happened.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included; nothing: the first day alone.</param>
public sealed record NewAnnotation(string? Text, DateOnly? From, DateOnly? To);

/// <summary>Writes a note on days down, changes it, takes it away, and brings it back.</summary>
public sealed class Annotate(AppDb db, CurrentShop shop, Repeats repeats, TimeProvider time)
{
    private const int LongestDays = 366;
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly DateOnly Latest = new(2199, 12, 31);

    /// <summary>What is said of an id that is none of this shop.</summary>
    public static Problem Unknown => new("unknown_note", "There is no such note.", Kind: ProblemKind.NotFound);

    /// <summary>Writes a note down; tells its id.</summary>
    public async Task<Outcome<Guid>> RunAsync(NewAnnotation input, CancellationToken cancel)
    {
        if (Check(input) is { Count: > 0 } problems) return problems;
        return await db.TryAgainAsync<Outcome<Guid>>(async () =>
        {
            await using var write = await db.BeginWriteAsync(cancel);
            var repeated = await repeats.FindAsync(cancel);
            if (!repeated.Succeeded) return repeated.Problems.ToList();
            if (repeated.Value is { } earlier) return earlier;
            var note = new Annotation
            {
                Id = Guid.CreateVersion7(), ShopId = shop.Id, Text = input.Text!.Trim(), From = input.From!.Value, To = input.To ?? input.From.Value,
                CreatedAt = time.GetUtcNow(), CreatedBy = shop.Actor.UserId,
            };
            db.Annotations.Add(note);
            repeats.Remember(note.Id);
            await write.CommitAsync(cancel);
            return note.Id;
        });
    }

    /// <summary>Changes words and days; a version that is not the present one is stale.</summary>
    public async Task<Outcome<Guid>> ChangeAsync(Guid id, int? version, NewAnnotation input, CancellationToken cancel)
    {
        if (Check(input) is { Count: > 0 } problems) return problems;
        return await WriteAsync(id, version, removed: false, note => (note.Text, note.From, note.To) = (input.Text!.Trim(), input.From!.Value, input.To ?? input.From.Value), cancel);
    }

    /// <summary>Takes a note away.</summary>
    public Task<Outcome<Guid>> RemoveAsync(Guid id, CancellationToken cancel) => WriteAsync(id, null, removed: false, note => note.RemovedAt = time.GetUtcNow(), cancel);

    /// <summary>Brings a note back that was taken away.</summary>
    public Task<Outcome<Guid>> RestoreAsync(Guid id, CancellationToken cancel) => WriteAsync(id, null, removed: true, note => note.RemovedAt = null, cancel);

    private async Task<Outcome<Guid>> WriteAsync(Guid id, int? version, bool removed, Action<Annotation> change, CancellationToken cancel)
    {
        try
        {
            await using var write = await db.BeginWriteAsync(cancel);
            var note = await db.Annotations.FirstOrDefaultAsync(row => row.Id == id && row.RemovedAt != null == removed, cancel);
            if (note is null) return Unknown;
            if (version is not null && version != note.Version) return Problem.Stale;
            change(note);
            note.Version++;
            await write.CommitAsync(cancel);
            return id;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale;
        }
    }

    private static List<Problem> Check(NewAnnotation input)
    {
        var problems = new List<Problem>();
        if (string.IsNullOrWhiteSpace(input.Text)) problems.Add(new("note_missing", "What happened?", "Text"));
        else if (input.Text.Trim().Length > Annotation.LongestText) problems.Add(new("note_too_long", $"A note has at most {Annotation.LongestText} characters.", "Text"));
        if (input.From is not { } from) problems.Add(new("day_missing", "On which day?", "From"));
        else if (from < Earliest || from > Latest || input.To > Latest) problems.Add(new("day_out_of_reach", $"A day lies between {Earliest:yyyy-MM-dd} and {Latest:yyyy-MM-dd}.", "From"));
        else if (input.To < from) problems.Add(new("range_reversed", "The last day is before the first.", "To"));
        else if (input.To is { } to && to.DayNumber - from.DayNumber >= LongestDays) problems.Add(new("range_too_long", $"A note is about at most {LongestDays} days.", "To"));
        return problems;
    }
}
