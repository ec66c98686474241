using ArtisansCorner.Importing.Matching;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Live;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing;

/// <summary>What a person can tell an import to do; each is one conditional step, so that two people at once do it once.</summary>
public sealed class SteerImport(AppDb db, CurrentShop shop, RememberTitle remember, ImportSignal signal, ILiveFeed live, TimeProvider time)
{
    private const int MostAnswers = 200;

    /// <summary>Applies an import that is ready, with what a person chose; again while it goes on or is done changes nothing.</summary>
    public async Task<Outcome<Guid>> ApplyAsync(Guid id, ImportChoices? choices, CancellationToken cancel)
    {
        if (await UnknownAsync(choices?.Titles ?? [], cancel) is { } unknown) return unknown;
        var found = await db.Imports.AsNoTracking().FirstOrDefaultAsync(import => import.Id == id, cancel);
        var (before, plan) = (found?.Plan, found is null ? null : (ImportPlan.Of(found) with { Choices = choices ?? new() }).ToJson());
        return await MoveAsync(
            id,
            // Somebody may have had it read in another way while it was looked at.
            import => import.Status == ImportStatus.Ready && import.Format != null && import.Plan == before,
            setters => setters.SetProperty(import => import.Status, ImportStatus.Applying).SetProperty(import => import.Plan, plan),
            [ImportStatus.Applying, ImportStatus.Done],
            status => status switch
            {
                ImportStatus.Reading => "This file is still being read.",
                ImportStatus.Ready when found?.Format is not null => "This file was read in another way meanwhile; look at what it adds now.",
                ImportStatus.Ready => "Say first what this file is; it could be several things.",
                _ => "This import is over and cannot be applied; bring the file again.",
            },
            cancel);
    }

    private async Task<Problem?> UnknownAsync(IReadOnlyList<TitleAnswer> answers, CancellationToken cancel)
    {
        if (answers.Count > MostAnswers) return new Problem("too_many_titles", $"At most {MostAnswers} titles are said at a time.", nameof(ImportChoices.Titles));
        foreach (var (index, answer) in answers.Index())
        {
            var checkedOne = await remember.CheckAsync(answer, cancel);
            if (!checkedOne.Succeeded) return checkedOne.Problems[0] with { Field = $"{nameof(ImportChoices.Titles)}[{index}].{checkedOne.Problems[0].Field}" };
        }

        return null;
    }

    /// <summary>Stops an import that is not done, so that nothing of it stays; again changes nothing.</summary>
    public async Task<Outcome<Guid>> CancelAsync(Guid id, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using (var write = await db.BeginWriteAsync(cancel))
        {
            // Nobody works on it and nothing is written: it ends here.
            await db.Imports.Where(import => import.Id == id && (import.Status == ImportStatus.Ready || (import.Status == ImportStatus.Reading && import.ClaimedUntil == null)))
                .ExecuteUpdateAsync(row => row.SetProperty(import => import.Status, ImportStatus.Cancelled).SetProperty(import => import.FinishedAt, now), cancel);
            await write.CommitAsync(cancel);
        }

        return await MoveAsync(
            id,
            import => import.Status == ImportStatus.Reading || import.Status == ImportStatus.Applying,
            setters => setters.SetProperty(import => import.StopRequested, true),
            [ImportStatus.Cancelled, ImportStatus.TakingBack],
            _ => "This import is over; what it brought can be undone.",
            cancel);
    }

    /// <summary>Takes a finished import back; again changes nothing.</summary>
    public Task<Outcome<Guid>> UndoAsync(Guid id, CancellationToken cancel) => MoveAsync(
        id,
        import => import.Status == ImportStatus.Done,
        setters => setters.SetProperty(import => import.Status, ImportStatus.TakingBack),
        [ImportStatus.TakingBack, ImportStatus.Undone],
        _ => "Only an import that is done can be undone.",
        cancel);

    private async Task<Outcome<Guid>> MoveAsync(
        Guid id,
        System.Linq.Expressions.Expression<Func<Import, bool>> from,
        Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Import>> to,
        IReadOnlyList<ImportStatus> alreadyThere,
        Func<ImportStatus, string> refusal,
        CancellationToken cancel)
    {
        await using (var write = await db.BeginWriteAsync(cancel))
        {
            await db.Imports.Where(import => import.Id == id).Where(from).ExecuteUpdateAsync(
                setters =>
                {
                    to(setters);
                    setters.SetProperty(import => import.Progress, 0);
                },
                cancel);
            await write.CommitAsync(cancel);
        }

        var status = await db.Imports.Where(import => import.Id == id).Select(import => new { import.Status, import.StopRequested }).FirstOrDefaultAsync(cancel);
        if (status is null) return new Problem("unknown_import", "There is no such import.", Kind: ProblemKind.NotFound);
        signal.Set();
        await live.PublishAsync(shop.Id, LiveTopics.Imports, cancel);
        if (alreadyThere.Contains(status.Status) || status.StopRequested) return id;
        return new Problem("wrong_moment", refusal(status.Status), Kind: ProblemKind.Conflict);
    }
}
