using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Platform.Database;

namespace ArtisansCorner.Importing.Joining;

/// <summary>Writes the joins of a draft in short transactions; what stands of them is found again by the rows beside it.</summary>
internal sealed class ApplyJoins(AppDb db, WriteJoins write)
{
    private const int AtOnce = 200;

    /// <summary>Tells the business days whose figures differ now.</summary>
    public async Task<IReadOnlyCollection<DateOnly>> RunAsync(ImportDraft draft, ImportTurn turn, CancellationToken cancel)
    {
        HashSet<DateOnly> days = [];
        var done = 0;
        foreach (var some in draft.Joins.Chunk(AtOnce))
        {
            done += some.Length;
            await db.TryAgainAsync(async () =>
            {
                await using var transaction = await db.BeginWriteAsync(cancel);
                await turn.SayAsync(done, draft.Joins.Count, cancel);
                days.UnionWith(await write.RunAsync(draft, some, turn.ImportId, cancel));
                await transaction.CommitAsync(cancel);
            });
            db.ChangeTracker.Clear();
            await turn.TellAsync(cancel);
        }

        if (draft.Joins.Count == 0) return days;
        await using var last = await db.BeginWriteAsync(cancel);
        await write.RemoveFormerBuyersAsync(cancel);
        await last.CommitAsync(cancel);
        return days;
    }
}
