using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing;

/// <summary>
/// Finds how a file wrote whose rejected rows come back mended: the few rows by themselves may not say it, or say otherwise, and a day would
/// become another or an amount a thousandth.
/// </summary>
internal sealed class MendedQuery(AppDb db)
{
    // Somebody who mends rows does so soon.
    private const int LookedAt = 50;

    /// <summary>The parts, of which those of mended rows are read as the file that they were rejected from, unless a person says otherwise.</summary>
    public async Task<IReadOnlyList<ImportPart>> AsBeforeAsync(IReadOnlyList<ImportPart> parts, ImportPlan plan, CancellationToken cancel)
    {
        if (!parts.Any(IsMended)) return parts;
        var before = await db.Imports.AsNoTracking().Where(import => import.Rejected > 0 && import.Plan != null).OrderByDescending(import => import.Id).Take(LookedAt).ToListAsync(cancel);
        var known = before.SelectMany(import => ImportPlan.Of(import).Parts).Where(part => part.Habits is not null).ToLookup(part => Headings.FingerprintOf(part.Headings), part => part.Habits!);
        return [.. parts.Select(part => IsMended(part) && known[Headings.FingerprintOf(part.Headings)].FirstOrDefault() is { } habits
            ? part with { Habits = plan.ChoiceOf(part.Index).Or(PartChoice.Of(habits)).Over(part.Habits!) } : part)];
    }

    private static bool IsMended(ImportPart part) => part.Habits is not null && Headings.AreOfRejected(part.Headings);
}
