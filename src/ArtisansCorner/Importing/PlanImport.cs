using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Facts;
using ArtisansCorner.Importing.Matching;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing;

/// <summary>Reads a file and says what it would add, what is here already and what is wrong, before anything is written.</summary>
internal sealed class PlanImport(AppDb db, LookThroughFile lookThrough, WriteRejected writeRejected, FindTitles titles, LastRead last, Outbox outbox, TimeProvider time)
{
    /// <summary>Leaves the import ready, or failed with a sentence.</summary>
    public async Task RunAsync(ImportTurn turn, CancellationToken cancel)
    {
        var import = await db.Imports.AsNoTracking().FirstAsync(row => row.Id == turn.ImportId, cancel);
        var asked = ImportPlan.Of(import);
        var outcome = await lookThrough.RunAsync(turn, import, cancel);
        if (!outcome.Succeeded)
        {
            await FailAsync(turn, outcome.Problems[0], asked, cancel);
            return;
        }

        var read = outcome.Value;
        if (read.Problem is not null || read.IsUndecided)
        {
            await EndAsync(turn, read.Problem is null ? ImportStatus.Ready : ImportStatus.Failed, read.Problem, read, asked with { Parts = read.Parts, PassedOver = read.PassedOver }, cancel);
            return;
        }

        if (read.Refused is { } refusal)
        {
            await FailAsync(turn, refusal, asked, cancel);
            return;
        }

        var plan = await PlanAsync(turn, asked, read, cancel);
        if (read.IsEmpty)
        {
            await EndAsync(turn, ImportStatus.Failed, PlanWords.NoneGood(read.Draft, plan), read, plan, cancel);
            return;
        }

        last.Keep(turn.ImportId, read);
        await EndAsync(turn, ImportStatus.Ready, null, read, plan, cancel);
    }

    private async Task<ImportPlan> PlanAsync(ImportTurn turn, ImportPlan asked, FileRead read, CancellationToken cancel)
    {
        var (draft, orders, catalog) = (read.Draft, read.Counts, read.Others.Catalog);
        (Guid File, bool IsZip)? rejected = draft.Rejections.Count == 0 ? null : await writeRejected.RunAsync(read, cancel);
        var plan = asked with { Parts = read.Parts, PassedOver = read.PassedOver };
        var known = read.Parts.Where(part => part.Format is not null).ToList();
        return plan with
        {
            Why = known.Count == 1 ? known[0].Why : null,
            DatesRead = known.Select(part => part.Habits!).FirstOrDefault(habits => habits is { DatesAreSure: false, DatesMatter: true }) is { } unsure ? PlanWords.DatesRead(unsure.Dates) : null,
            From = orders.From,
            To = orders.To,
            Adds = Adds(draft, orders, catalog),
            Others = read.Others.All(),
            StockOffered = catalog.StockOffered,
            Payments = read.Others.Payments,
            MakersOffered = [.. catalog.MakersOffered],
            PricesDiffer = catalog.PricesDiffer,
            Titles = await titles.OpenAsync(draft, turn.ImportId, cancel),
            AlreadyHere = orders.Here,
            ByHand = read.Others.ByHand,
            Differing = orders.Differing,
            Gross = orders.Gross,
            Reasons = [.. draft.Rejections.CountBy(row => row.Reason).OrderByDescending(reason => reason.Value).Select(reason => new ReasonCount(reason.Key, reason.Value))],
            Examples = orders.Adding(draft),
            HereExamples = orders.AlreadyHere(draft),
            NewProducts = [.. catalog.NewProducts
                .Concat(NewProducts(draft).Select(at => draft.Products[at].Name == 0 ? draft.Products.SkuOf(at) : $"{draft.Products.NameOf(at)} ({draft.Products.SkuOf(at)})")).Take(CatalogCounts.ShownProducts)],
            RejectedRows = [.. draft.Rejections.Take(WriteRejected.Shown).Select(row => Row(plan, row))],
            RejectedFile = rejected?.File,
            RejectedIsZip = rejected?.IsZip == true,
        };
    }

    private static ImportAdds Adds(ImportDraft draft, OrderCounts orders, CatalogCounts catalog) => new(
        orders.Sales,
        orders.Refunds,
        NewProducts(draft).Count() + catalog.Products,
        draft.KnownCustomers.New,
        orders.Completed);

    /// <summary>The places of the products that sales name and that are neither here nor among the products of the file.</summary>
    private static IEnumerable<int> NewProducts(ImportDraft draft) =>
        Enumerable.Range(0, draft.Products.Count).Where(at => draft.Products[at] is { Used: true, VariantId: null } && !draft.Codes.Has(draft.Products.KeyOf(at)));

    private static RejectedRow Row(ImportPlan plan, Rejection row)
    {
        var part = plan.PartOf(row.Row);
        return new RejectedRow(row.Row - part.FirstRow, row.Reason, row.Column, row.Value, plan.Parts.Count == 1 ? null : part.Name);
    }

    private Task FailAsync(ImportTurn turn, Problem problem, ImportPlan plan, CancellationToken cancel) =>
        EndAsync(turn, ImportStatus.Failed, problem, null, plan, cancel);

    private async Task EndAsync(ImportTurn turn, ImportStatus status, Problem? problem, FileRead? read, ImportPlan plan, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var rows = read?.Rows ?? 0;
        await turn.SayAsync(rows, rows, cancel);
        var import = await db.Imports.FirstAsync(row => row.Id == turn.ImportId, cancel);
        import.Status = status;
        import.Error = problem?.Message.Shown(Import.LongestError - 1);
        import.Format = read?.Format;
        import.Confidence = read?.Confidence ?? 0;
        import.Rows = rows;
        import.Rejected = read?.Draft.Rejections.Count ?? 0;
        import.Accepted = rows - import.Rejected;
        import.Plan = plan.ToJson();
        import.ClaimedUntil = null;
        if (status == ImportStatus.Failed)
        {
            import.FinishedAt = time.GetUtcNow();
            outbox.Add(new ImportFinished(import.Id));
        }

        await write.CommitAsync(cancel);
    }
}
