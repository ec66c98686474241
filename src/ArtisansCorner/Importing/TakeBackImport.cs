using System.Globalization;
using ArtisansCorner.Importing.Facts;
using ArtisansCorner.Importing.Joining;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing;

/// <summary>
/// Takes back what one import wrote, and nothing else: its facts in short transactions, then the products, customers and channels
/// it brought that nothing else uses. Interrupted, it goes on where it was.
/// </summary>
internal sealed class TakeBackImport(AppDb db, TakeBackJoins joins, WithdrawSales withdraw, IEnumerable<IBringFacts> others, Outbox outbox, TimeProvider time)
{
    private const int SalesAtOnce = 400;
    private const int FactsAtOnce = 20_000;

    /// <summary>Leaves the import undone, or cancelled when it was stopped while it was applied, or failed when it could not be applied.</summary>
    public async Task RunAsync(ImportTurn turn, CancellationToken cancel)
    {
        var import = await db.Imports.AsNoTracking().FirstAsync(row => row.Id == turn.ImportId, cancel);
        foreach (var other in others) await other.BeginTakeBackAsync(turn, import, cancel);
        await joins.RunAsync(turn, cancel);
        var left = await withdraw.CountAsync(turn.ImportId, cancel);
        for (var gone = 0; ;)
        {
            var taken = await db.TryAgainAsync(() => StepAsync(turn, gone, left, cancel));
            db.ChangeTracker.Clear();
            if (taken == 0) break;
            gone += taken;
            await turn.TellAsync(cancel);
        }

        await turn.WaitForFiguresAsync(1, 1, cancel);
        await FinishAsync(turn, cancel);
        if (import.Rows >= ApplyImport.Many) await db.Engine.AnalyzeAsync(db, cancel);
    }

    private async Task<int> StepAsync(ImportTurn turn, int gone, int total, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var taken = await TakeAsync(turn.ImportId, cancel);
        await turn.SayAsync(gone + taken, Math.Max(total, gone + taken), cancel);
        await write.CommitAsync(cancel);
        return taken;
    }

    private async Task<int> TakeAsync(Guid importId, CancellationToken cancel)
    {
        if (await withdraw.StepAsync(importId, SalesAtOnce, cancel) is > 0 and var sales) return sales;
        foreach (var other in others)
        {
            if (await other.TakeBackAsync(importId, FactsAtOnce, cancel) is > 0 and var taken) return taken;
        }

        return 0;
    }

    private async Task FinishAsync(ImportTurn turn, CancellationToken cancel)
    {
        var importId = turn.ImportId;
        await using var write = await db.BeginWriteAsync(cancel);
        await turn.SayAsync(1, 1, cancel);
        var import = await db.Imports.FirstAsync(row => row.Id == importId, cancel);
        var plan = ImportPlan.Of(import);
        await db.ProductAliases.Where(alias => alias.ImportId == importId).ExecuteDeleteAsync(cancel);
        await RemoveParts.RunAsync(db, importId, plan, cancel);
        import.Status = import.Error is not null ? ImportStatus.Failed : import.StopRequested ? ImportStatus.Cancelled : ImportStatus.Undone;
        if (import.Status == ImportStatus.Failed) outbox.Add(new ImportFinished(import.Id));
        import.ClaimedUntil = null;
        import.FinishedAt = time.GetUtcNow();
        import.Plan = (plan with { Kept = await KeptAsync(importId, plan.AlsoTold, cancel), ChannelsMade = [], SettingsMade = [], AlsoMade = [], AlsoTold = 0 }).ToJson();
        await write.CommitAsync(cancel);
    }

    private async Task<string?> KeptAsync(Guid importId, int stays, CancellationToken cancel)
    {
        List<string?> sentences = [Kept(await withdraw.CountKeptAsync(importId, cancel)), AlsoTold(stays)];
        foreach (var other in others) sentences.Add(await other.KeptAsync(importId, cancel));
        return sentences.OfType<string>().ToList() is { Count: > 0 } some ? string.Join(' ', some) : null;
    }

    private static string? Kept(int sales) => sales switch
    {
        0 => null,
        1 => "1 sale stays, because it was refunded here afterwards.",
        _ => string.Create(CultureInfo.InvariantCulture, $"{sales:N0} sales stay, because they were refunded here afterwards."),
    };

    private static string? AlsoTold(int sales) => sales switch
    {
        0 => null,
        1 => "1 sale stays, because another file tells of it too.",
        _ => string.Create(CultureInfo.InvariantCulture, $"{sales:N0} sales stay, because other files tell of them too."),
    };
}
